import type { VisitActor } from './actor.ts';
import type { AppointmentId, VisitId } from './ids.ts';

/** Of whom something is asked: a third person in their own browser, or null for the citizen on whatever device is theirs. */
export type Addressee = { readonly appointmentId: AppointmentId; readonly companionVisitId: VisitId | null };

/** As whom a visitor is asked something. */
export function addresseeOf({ appointmentId, visitId, role }: VisitActor): Addressee {
  return { appointmentId, companionVisitId: role === 'citizen' ? null : visitId };
}

/** Of what is asked of somebody: each kind is a panel (`src/panels`). */
export const requestKinds = ['identify', 'form'] as const;
export type RequestKind = (typeof requestKinds)[number];

/**
 * `draft` is being prepared and shown to nobody but its maker; `sent` was not seen yet; `opened` was seen; `inProgress` is being done, here or
 * elsewhere. The other four are the end of it: asking again makes another request.
 */
export type RequestState = OpenState | SettledState | 'draft';
export type OpenState = 'sent' | 'opened' | 'inProgress';
export type SettledState = 'fulfilled' | 'declined' | 'expired' | 'withdrawn';

export const openStates: readonly OpenState[] = ['sent', 'opened', 'inProgress'];

/** What can happen to a request. `pause`: whoever went to do it elsewhere came back without. */
export type RequestMove =
  | 'send'
  | 'open'
  | 'begin'
  | 'pause'
  | 'fulfil'
  | 'decline'
  | 'withdraw'
  | 'expire'
  | 'discard';

type Rule = { readonly from: readonly RequestState[]; readonly to: RequestState };

/** The one set of transitions of every kind. */
export const requestMoves: Record<RequestMove, Rule> = {
  send: { from: ['draft'], to: 'sent' },
  open: { from: ['sent'], to: 'opened' },
  begin: { from: openStates, to: 'inProgress' },
  pause: { from: ['inProgress'], to: 'opened' },
  fulfil: { from: openStates, to: 'fulfilled' },
  decline: { from: openStates, to: 'declined' },
  withdraw: { from: openStates, to: 'withdrawn' },
  expire: { from: openStates, to: 'expired' },
  discard: { from: ['draft'], to: 'withdrawn' },
};

/** The state after a move; null where that cannot happen to it. */
export function stateAfter(state: RequestState, move: RequestMove): RequestState | null {
  const { from, to } = requestMoves[move];
  return from.includes(state) ? to : null;
}

/** How an appointment came to be, and how it is reached: E.164 and e-mail, each null when it was not given. */
export type Reached = {
  readonly kind: 'booked' | 'walkIn';
  readonly phone: string | null;
  readonly email: string | null;
};

/**
 * Whether a text message about a request leads to where a spoken code is typed, instead of through the appointment's one link: when it goes
 * to a number that was typed for it, beside how the appointment was made or is reached. A slip of the finger then opens nothing to a
 * stranger. The number that who telephones without appointment says is the only one there is.
 * @param goesTo E.164; null for the appointment's own number
 */
export function isOpenedByCode({ kind, phone, email }: Reached, goesTo: string | null): boolean {
  return goesTo !== null && goesTo !== phone && (kind === 'booked' || phone !== null || email !== null);
}

export function isOpen(state: RequestState): state is OpenState {
  return (openStates as readonly RequestState[]).includes(state);
}
