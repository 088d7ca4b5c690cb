'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { ConversationId } from '#journey/ids.ts';
import type { ForwardKind } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconHourglass } from '#shared/ui/icons/hourglass.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { Skeleton } from '#shared/ui/skeleton.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { forwardKinds, mostNoteCharacters, type Receivers } from '../forward.ts';
import { askReceivers, sendForward } from './forward-requests.ts';
import { useProblemWords } from './use-problem-words.ts';

type Props = {
  readonly conversationId: ConversationId;
  /** Asks the back office instead, for an answer after the conversation. @param note what was typed already */
  readonly onAskLater: (note: string) => void;
  readonly onClose: () => void;
};

/** Asks a colleague or a team to join, or to take over, with a note that they read first. */
export function AskColleague({ conversationId, onAskLater, onClose }: Props) {
  const t = useTranslations('forwarding');
  const words = useProblemWords();
  const receivers = useReceivers();
  const [kind, setKind] = useState<ForwardKind>('consult');
  const [who, setWho] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const options = useOptions(receivers);
  const chosen = who ?? options[0]?.value ?? '';
  const isNoteMissing = isTried && note.trim() === '';
  const send = async () => {
    setTried(true);
    if (note.trim() === '' || chosen === '') return;
    const [teamId = '', clerkId] = chosen.split(' ');
    setBusy(true);
    const refusal = await sendForward(conversationId, { kind, teamId, clerkId: clerkId ?? null, note });
    setBusy(false);
    if (refusal === null) onClose();
    else setProblem(refusal);
  };
  const later = (
    <Button look="secondary" icon={iconHourglass} onClick={() => onAskLater(note)}>
      {t('ask.later')}
    </Button>
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('ask.title')}
      closeText={t('ask.close')}
      actions={
        options.length > 0 && (
          <Button busy={busy} busyText={t('busy')} onClick={() => void send()}>
            {t('ask.send')}
          </Button>
        )
      }
    >
      {receivers === null ? (
        <Skeleton label={t('busy')} />
      ) : options.length === 0 ? (
        <Notice kind="warn" action={later}>
          {t('ask.nobody')}
        </Notice>
      ) : (
        <div className="grid gap-4">
          <ChoiceField
            name="forward-kind"
            label={t('ask.kind')}
            defaultValue={kind}
            onChange={(value) => setKind(value as ForwardKind)}
            choices={forwardKinds.map((value) => ({
              value,
              label: t(`ask.kinds.${value}`),
              hint: t(`ask.kindHints.${value}`),
            }))}
          />
          <SelectField
            name="forward-to"
            label={t('ask.who')}
            value={chosen}
            onChange={({ currentTarget }) => setWho(currentTarget.value)}
            options={options}
          />
          <NobodyThere receivers={receivers} later={problem !== 'nobodyThere' && later} />
          <TextArea
            name="forward-note"
            label={t('ask.note')}
            hint={t('ask.noteHint')}
            rows={3}
            maxLength={mostNoteCharacters}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            error={isNoteMissing ? t('ask.noteMissing') : undefined}
          />
        </div>
      )}
      <div role="alert" className="not-empty:mt-3">
        {problem && (
          <Notice kind="warn" action={problem === 'nobodyThere' && later}>
            {words(problem)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** The teams that cannot be asked now, with the other way to them. */
function NobodyThere({ receivers, later }: { receivers: Receivers; later: ReactNode }) {
  const t = useTranslations('forwarding.ask');
  const format = useFormatter();
  const absent = receivers.teams.filter((team) => !isThere(receivers, team.id));
  if (absent.length === 0) return null;
  return (
    <div className="grid justify-items-start gap-2 text-ink-2">
      <p>{t('nobodyAt', { teams: format.list(absent.map(({ name }) => name)) })}</p>
      {later}
    </div>
  );
}

function isThere({ people }: Receivers, team: string): boolean {
  return people.some(({ teamId }) => teamId === team);
}

/** People first, since a name is a promise; of the teams only those of whom somebody is there. */
function useOptions(receivers: Receivers | null) {
  const t = useTranslations('forwarding.ask');
  if (receivers === null) return [];
  const { people, teams } = receivers;
  return [
    ...people.map(({ id, name, teamId, teamName, isSpeaking }) => ({
      value: `${teamId} ${id}`,
      text: t(isSpeaking ? 'personBusy' : 'person', { name, team: teamName }),
    })),
    ...teams
      .filter(({ id }) => isThere(receivers, id))
      .map(({ id, name }) => ({ value: id, text: t('team', { name }) })),
  ];
}

function useReceivers(): Receivers | null {
  const [receivers, setReceivers] = useState<Receivers | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void askReceivers(leaving.signal).then((found) => {
      if (!leaving.signal.aborted) setReceivers(found ?? { teams: [], people: [] });
    });
    return () => leaving.abort();
  }, []);
  return receivers;
}
