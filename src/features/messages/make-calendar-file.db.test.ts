import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { findOrganisation } from '#features/organisation/organisation.data.ts';
import type { AppointmentId } from '#journey/ids.ts';
import { createAppointment } from '../../../prisma/factories/appointment-factories.ts';
import {
  createOrganisation,
  createSeat,
  createService,
  createTeam,
} from '../../../prisma/factories/organisation-factories.ts';
import { type CalendarTools, makeCalendarFile } from './make-calendar-file.ts';

const linkSecret = 'link-secret-link-secret-link-secret-1';
const startAt = new Date('2026-11-24T09:40Z');

let tools: CalendarTools;
let elsewhere: CalendarTools;
let appointment: Awaited<ReturnType<typeof createAppointment>>;

beforeAll(async () => {
  const { id: organisationId } = await createOrganisation();
  const { id: teamId } = await createTeam(organisationId);
  const { id: seatId } = await createSeat(organisationId, teamId);
  const { id: serviceId } = await createService(organisationId, teamId);
  const place = { organisationId, teamId, seatId, serviceIds: [serviceId] };
  appointment = await createAppointment(place, linkSecret, { startAt });
  const [own, other] = await Promise.all(
    [organisationId, (await createOrganisation()).id].map(findOrganisation),
  );
  if (own == null || other == null) throw new Error('the organisations were not made');
  tools = {
    clock: { now: () => startAt.getTime() },
    linkSecret,
    sender: own,
    origin: 'http://stad.localhost',
  };
  elsewhere = { ...tools, sender: other };
});

afterAll(closeDatabase);

describe('the calendar file of an appointment', () => {
  test('is the same for who came by the link and for who holds it, and brings them back', async () => {
    const byId = await makeCalendarFile(tools, { appointmentId: appointment.id });
    const byLink = await makeCalendarFile(tools, { linkToken: appointment.linkToken });
    expect(byId?.content).toContain('DTSTART:20261124T094000Z');
    expect(byId?.content.replaceAll('\r\n ', '')).toContain(
      `http://stad.localhost/l/${appointment.linkToken}`,
    );
    expect(byLink).toEqual(byId);
  });

  test('is gone, as the link is, when nothing of the appointment is kept any more', async () => {
    const keptUntil = startAt.getTime() + 15 * 60_000 + 90 * 86_400_000;
    const at = (now: number) =>
      makeCalendarFile({ ...tools, clock: { now: () => now } }, { linkToken: appointment.linkToken });
    expect(await at(keptUntil - 1)).not.toBeNull();
    expect(await at(keptUntil)).toBeNull();
  });

  test('is there for no other secret and in no other municipality', async () => {
    for (const linkToken of ['', 'calendar', 'x'.repeat(43), appointment.reference]) {
      expect(await makeCalendarFile(tools, { linkToken })).toBeNull();
    }
    expect(await makeCalendarFile(elsewhere, { linkToken: appointment.linkToken })).toBeNull();
    expect(await makeCalendarFile(elsewhere, { appointmentId: appointment.id })).toBeNull();
    const unknown = crypto.randomUUID() as AppointmentId;
    expect(await makeCalendarFile(tools, { appointmentId: unknown })).toBeNull();
  });
});
