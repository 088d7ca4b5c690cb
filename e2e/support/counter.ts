import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { CookieToken, SeatId, ServiceId, TeamId } from '#journey/ids.ts';
import { staffSessionCookie } from '#shared/cookies.ts';
import { createAppointment } from '../../prisma/factories/appointment-factories.ts';
import { createNode } from '../../prisma/factories/conversation-factories.ts';
import {
  createSeat,
  type createStaffMember,
  createTeam,
} from '../../prisma/factories/organisation-factories.ts';
import { type Counter, createCounter, createSeatedClerk } from '../../prisma/factories/seat-factories.ts';
import { createPerson, type Person, type PersonOptions } from './people.ts';
import { findMunicipality, linkSecret } from './product-database.ts';

/** A municipality of a test's own, with one team and one service: nobody else comes there. */
export type OwnCounter = Counter & { readonly origin: string };

export async function openCounter(): Promise<OwnCounter> {
  const counter = await createCounter();
  return { ...counter, origin: `http://${counter.organisation.host}:${inject('stack').webPort}` };
}

/** A team of a test's own for a service of a seeded municipality, where what that one is set up for is needed. */
export async function openCounterFor(slug: string, serviceSlug: string): Promise<OwnCounter> {
  const organisation = await findMunicipality(slug);
  const { id: teamId } = await createTeam(organisation.id);
  const nodeId = await createNode(organisation.id);
  const service = await withOrganisation(organisation.id, ({ db }) =>
    db.service.findFirstOrThrow({ where: { slug: serviceSlug }, select: { id: true } }),
  );
  const origin = `http://${organisation.host}:${inject('stack').webPort}`;
  return { organisation, teamId, serviceId: service.id as ServiceId, nodeId, origin };
}

/** A clerk who signed on already and sits at a seat of their own. */
export async function seatClerk(
  browser: Browser,
  counter: OwnCounter,
  member: Parameters<typeof createStaffMember>[2] = {},
  options: PersonOptions = {},
): Promise<Person & { readonly token: CookieToken; readonly seatId: SeatId }> {
  const { token, seatId } = await createSeatedClerk(counter, member);
  const person = await createPerson(browser, counter.origin, options);
  await giveStaffCookie(person, counter.origin, token);
  return { ...person, token, seatId };
}

export function giveStaffCookie(person: Person, origin: string, token: string): Promise<void> {
  return giveCookie(person, origin, staffSessionCookie, token);
}

/** Gives a browser one of the product's cookies. Chromium takes such a cookie for TLS alone, and sends it to names under localhost all the same. */
export async function giveCookie(
  { context }: Person,
  origin: string,
  name: string,
  value: string,
): Promise<void> {
  const url = origin.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
}

/** Somebody with an appointment at a seat of their own, now unless told otherwise. Gives the address of their link. */
export async function bookDirectly(
  { organisation, teamId, serviceId, origin }: OwnCounter,
  overrides: Parameters<typeof createAppointment>[2] = {},
) {
  const { id: seatId } = await createSeat(organisation.id, teamId);
  const place = { organisationId: organisation.id, teamId, seatId, serviceIds: [serviceId] };
  const appointment = await createAppointment(place, linkSecret, overrides);
  return { ...appointment, link: `${origin}/l/${appointment.linkToken}` };
}

/** One more seat in the team of a seeded service, so that a time is free at once whoever else booked. */
export async function addSeatFor(slug: string, serviceSlug: string) {
  const { id: organisationId } = await findMunicipality(slug);
  const service = await withOrganisation(organisationId, ({ db }) =>
    db.service.findFirstOrThrow({ where: { slug: serviceSlug }, select: { id: true, teamId: true } }),
  );
  const teamId = service.teamId as TeamId;
  const seat = await createSeat(organisationId, teamId, { name: `Balie ${randomUUID().slice(0, 4)}` });
  return { organisationId, teamId, serviceId: service.id as ServiceId, seatName: seat.name };
}
