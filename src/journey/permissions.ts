import type { StaffActor, StaffRole } from './actor.ts';
import type { TeamId } from './ids.ts';

/** What staff may do. Each entrance names the action; nothing is allowed that is not in this table. */
export type StaffAction =
  | 'workAtSeat'
  | 'seeInsights'
  /** Book for a citizen who phones, mails or stands at the counter, for any team: whom one asks need not know which. */
  | 'bookForCitizen'
  /** Say that nobody works at a seat, and settle its appointments: clerks at the seats of their own teams for today, supervisors and administrators at every one. */
  | 'planOwnAbsence'
  | 'planAnyAbsence'
  /** Change what scheduling rests on: services, teams, seats, hours, closing days. */
  | 'administer';

const allowedRoles: Record<StaffAction, readonly StaffRole[]> = {
  workAtSeat: ['clerk', 'expert'],
  seeInsights: ['supervisor'],
  administer: ['administrator'],
  bookForCitizen: ['clerk', 'expert', 'supervisor'],
  planOwnAbsence: ['clerk', 'expert'],
  planAnyAbsence: ['supervisor', 'administrator'],
};

/** Whether the actor's roles allow the action at all. */
export function mayDo(actor: StaffActor, action: StaffAction): boolean {
  return actor.roles.some((role) => allowedRoles[action].includes(role));
}

/** Whether the actor works for this team: clerks see the waiting rooms of their own teams only. */
export function mayWorkForTeam(actor: StaffActor, teamId: TeamId): boolean {
  return mayDo(actor, 'workAtSeat') && actor.teamIds.includes(teamId);
}
