'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { changeOwnTexts, type OwnTextProblems } from '#features/messages/change-own-texts.ts';
import { mostSmsParts, type OwnTextProblem } from '#features/messages/check-own-text.ts';
import { defaultTemplate } from '#features/messages/default-words.ts';
import { readMessageValues } from '#features/messages/message-values.ts';
import { parseWordingKey, wordedParts, wordings } from '#features/messages/own-texts.ts';
import type { OwnTextsState, TextPerPart } from '#features/messages/ui/own-texts-state.ts';
import { hasOwnOrigin } from '#shared/http/own-origin.ts';
import { formatNearMoment } from '#shared/i18n/format-moment.ts';
import { clock } from '../../../../wiring.ts';
import { currentReader } from '../../../current-reader.ts';
import { currentOrganisation, currentStaff } from '../../../current-request.ts';
import { readSampleMessage } from './sample-of.ts';

/** Longer than anything that is accepted, so that what was typed too long comes back whole. */
const mostTypedCharacters = 5_000;

/** Takes the words of a message. Whatever is wrong, what was typed comes back. */
export async function sendOwnTexts(previous: OwnTextsState, form: FormData): Promise<OwnTextsState> {
  const read = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, mostTypedCharacters) : '';
  };
  const key = parseWordingKey({
    wording: read('wording'),
    channel: read('channel'),
    language: read('language'),
  });
  if (key === null) redirect('/admin/messages');
  const typed: TextPerPart = Object.fromEntries(wordedParts[key.channel].map((part) => [part, read(part)]));
  const state: OwnTextsState = {
    typed,
    problems: {},
    problem: null,
    seen: read('seen'),
    version: previous.version + 1,
  };
  const [t, actor, { formOfAddress }] = await Promise.all([
    getTranslations('messageTexts.problems'),
    currentStaff(),
    currentOrganisation(),
  ]);
  if (!hasOwnOrigin(await headers())) return { ...state, problem: t('fromElsewhere') };
  if (actor === null) return { ...state, problem: t('signedOff') };
  if (read('intent') === 'reset') {
    const parts = wordedParts[key.channel].map((part) => [part, defaultTemplate(key, part, formOfAddress)]);
    return { ...state, typed: Object.fromEntries(parts) as TextPerPart };
  }
  const { telling, now } = await readSampleMessage(key);
  const values = readMessageValues({ kind: wordings[key.wording].kind, channel: key.channel }, telling, now);
  const tools = { clock, formOfAddress, values };
  const outcome = await changeOwnTexts(tools, actor, { key, written: typed, seen: read('seen') });
  if (outcome.kind === 'done') {
    redirect(
      `/admin/messages/${key.wording}/${key.channel}/${key.language}?saved=${outcome.seen}.${state.version}`,
    );
  }
  if (outcome.kind === 'forbidden') return { ...state, problem: t('forbidden') };
  if (outcome.kind === 'refused') return { ...state, problems: await writeProblems(outcome.problems) };
  const { by, at, seen } = outcome;
  if (by === null || at === null) return { ...state, seen, problem: t('changedByNobody') };
  const { style } = await currentReader();
  const moment = formatNearMoment(at, style);
  return { ...state, seen, problem: t('changedMeanwhile', { by, moment }) };
}

async function writeProblems(problems: OwnTextProblems): Promise<TextPerPart> {
  const t = await getTranslations('messageTexts.problems');
  const write = (problem: OwnTextProblem): string => {
    switch (problem.code) {
      case 'tooLong':
        return t('tooLong', { most: problem.most });
      case 'brokenBraces':
        return t('brokenBraces');
      case 'tooManyParts':
        return t('tooManyParts', { parts: problem.parts, most: mostSmsParts });
      case 'unknownVariable':
      case 'missingVariable':
        return t(`${problem.code}`, { names: problem.names.map((name) => `{${name}}`).join(', ') });
    }
  };
  return Object.fromEntries(
    Object.entries(problems).map(([part, wrong]) => [part, wrong.map(write).join(' ')]),
  );
}
