import type {
  AppointmentId,
  OrganisationId,
  SeatId,
  StaffMemberId,
  StaffSessionId,
  TeamId,
  VisitId,
} from './ids.ts';

export type StaffRole = 'clerk' | 'expert' | 'supervisor' | 'privacyOfficer' | 'administrator';

/** A signed-on member of staff, read from the database at every authorisation. */
export type StaffActor = {
  readonly kind: 'staff';
  readonly organisationId: OrganisationId;
  readonly sessionId: StaffSessionId;
  readonly staffMemberId: StaffMemberId;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly teamIds: readonly TeamId[];
  /** Where the clerk sits today; null before a seat was chosen. */
  readonly seat: { readonly id: SeatId; readonly name: string; readonly teamId: TeamId } | null;
};

/** A browser that exchanged an appointment's link by a person's click. */
export type VisitActor = {
  readonly kind: 'visitor';
  readonly organisationId: OrganisationId;
  readonly visitId: VisitId;
  readonly appointmentId: AppointmentId;
  readonly role: 'citizen' | 'companion';
};

/** Who stands in an event: an id, never a name. */
export type EventActor =
  | { readonly kind: 'citizen'; readonly id: VisitId | AppointmentId }
  | { readonly kind: 'staff'; readonly id: StaffMemberId }
  | { readonly kind: 'system' };

export const systemActor: EventActor = { kind: 'system' };

export function eventActorOf(actor: StaffActor | VisitActor): EventActor {
  return actor.kind === 'staff'
    ? { kind: 'staff', id: actor.staffMemberId }
    : { kind: 'citizen', id: actor.visitId };
}
