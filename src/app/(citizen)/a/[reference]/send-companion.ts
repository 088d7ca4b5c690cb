'use server';

import { headers } from 'next/headers';
import {
  inviteCompanion,
  listCompanionLinks,
  showCompanionLink,
  withdrawCompanion,
} from '#features/companions/companion-links.ts';
import type { InviteState } from '#features/companions/invite-state.ts';
import { typedRecipient } from '#features/companions/read-recipient.ts';
import { sendCompanionLink } from '#features/companions/send-companion-link.ts';
import { publicOrigin } from '#features/organisation/organisation.ts';
import type { VisitActor } from '#journey/actor.ts';
import { type CompanionRole, companionRoles } from '#journey/companion-roles.ts';
import { type CompanionLinkId, parseId } from '#journey/ids.ts';
import { config } from '#shared/config/config.ts';
import { comesFromElsewhere } from '#shared/http/own-origin.ts';
import { attemptLimiter } from '../../../../wiring.ts';
import { companionTools, sendTools } from '../../../companion-tools.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { currentVisit } from '../../../current-visit.ts';

/** Nobody brings so many people. */
const perVisit = { name: 'companion-links', attempts: 30, perSeconds: 600 };

const noOutcome = { shown: null, withdrawn: false, sentTo: null, unsent: null, problem: null };

/** Makes a third person's link, shows it again, sends it, or withdraws it. `reference` is bound by the page. */
export async function sendCompanion(
  reference: string,
  before: InviteState,
  form: FormData,
): Promise<InviteState> {
  const actor = await currentVisit(reference);
  const nothing = { ...noOutcome, links: before.links };
  if (actor === null || comesFromElsewhere(await headers())) return { ...nothing, problem: 'over' };
  if (!(await attemptLimiter.allow(perVisit, actor.visitId))) return { ...nothing, problem: 'tooMany' };
  const done = await act(actor, form);
  return { ...done, links: await listCompanionLinks(companionTools(), actor, actor.appointmentId) };
}

async function act(actor: VisitActor, form: FormData): Promise<Omit<InviteState, 'links'>> {
  const tools = companionTools();
  const { appointmentId } = actor;
  const intent = form.get('intent');
  const nothing = noOutcome;
  if (intent === 'invite') {
    const role = companionRoles.find((each) => each === form.get('role'));
    if (role === undefined) return nothing;
    const made = await inviteCompanion(tools, actor, appointmentId, role);
    if (!made.ok) return { ...nothing, problem: made.failure.code };
    return { ...nothing, shown: await toShow(role, made.value.path) };
  }
  const id = parseId<CompanionLinkId>(String(form.get('id') ?? ''));
  if (id === null) return nothing;
  if (intent === 'withdraw') {
    const gone = await withdrawCompanion(tools, actor, appointmentId, id);
    return gone.ok ? { ...nothing, withdrawn: true } : { ...nothing, problem: gone.failure.code };
  }
  if (intent === 'send') return send(actor, id, form);
  const links = await listCompanionLinks(tools, actor, appointmentId);
  const link = links.find((each) => each.id === id);
  const shown = await showCompanionLink(tools, actor, appointmentId, id);
  if (!shown.ok || link === undefined)
    return { ...nothing, problem: shown.ok ? 'notFound' : shown.failure.code };
  return { ...nothing, shown: await toShow(link.role, shown.value.path) };
}

async function send(actor: VisitActor, id: CompanionLinkId, form: FormData) {
  const typed = typedRecipient.safeParse({ to: form.get('to'), language: form.get('language') });
  if (!typed.success) return noOutcome;
  const which = { appointmentId: actor.appointmentId, id };
  const sent = await sendCompanionLink(sendTools, actor, which, typed.data);
  return sent.ok
    ? { ...noOutcome, sentTo: typed.data.to.trim() }
    : { ...noOutcome, unsent: { id, typed: typed.data }, problem: sent.failure.code };
}

async function toShow(role: CompanionRole, path: string) {
  const { PUBLIC_SCHEME, PUBLIC_PORT } = config();
  const origin = publicOrigin(await currentOrganisation(), PUBLIC_SCHEME, PUBLIC_PORT);
  return { role, href: `${origin}${path}` };
}
