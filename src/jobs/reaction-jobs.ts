import { escalate } from '#features/messages/escalate.ts';
import { replanAfterChange } from '#features/messages/replan-reminders.ts';
import { listOrganisations } from '#features/organisation/organisation.data.ts';
import type { Organisation } from '#features/organisation/organisation.ts';
import { alarmOverdue } from '#features/questions/ask-back-office.ts';
import { tellDelays } from '#features/waiting-room/tell-delays.ts';
import { tellTurns } from '#features/waiting-room/tell-turns.ts';
import { logUnexpected } from '#shared/log.ts';
import { clock, jobQueue } from '../wiring.ts';

/** Tells who still has to come that the counter runs late. */
export async function tellAllDelays(): Promise<void> {
  await forEach(({ id }) => tellDelays({ clock, jobQueue }, id), 'telling of delays');
}

/** Calls back who left the waiting room for a while, when it is nearly their turn. */
export async function tellAllTurns(): Promise<void> {
  await forEach(({ id }) => tellTurns({ clock, jobQueue }, id), 'telling of turns');
}

/** Tells the seats of questions to the back office that nobody answered in time. */
export async function alarmAllQuestions(): Promise<void> {
  await forEach(({ id }) => alarmOverdue(clock, id), 'telling of questions that are overdue');
}

/** Follows up what came back or was not answered. */
export async function escalateAll(): Promise<void> {
  await forEach(({ id }) => escalate({ clock, jobQueue }, id), 'escalating messages');
}

/** Plans reminders anew where their moments changed. */
export async function replanAllReminders(): Promise<void> {
  await forEach((organisation) => replanAfterChange(clock, organisation), 'planning reminders anew');
}

/** Trouble in one organisation does not keep the others waiting. */
async function forEach(work: (organisation: Organisation) => Promise<unknown>, where: string): Promise<void> {
  for (const organisation of await listOrganisations()) {
    try {
      await work(organisation);
    } catch (error) {
      logUnexpected(error, where);
    }
  }
}
