import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readTextStops } from '#db/text-stops.ts';
import type { CompanionLinkId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import type { ToldAppointment, ToldCompanion } from './told.ts';

type Companion = ToldCompanion & {
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language | null;
  readonly textsStopped: boolean;
};
export type ToldCompanions = ReadonlyMap<CompanionLinkId, Companion>;

/** Third persons to whom a link goes, by that link. */
export async function findToldCompanions(
  scope: OrganisationScope,
  ids: readonly CompanionLinkId[],
): Promise<ToldCompanions> {
  if (ids.length === 0) return new Map();
  const rows = await scope.db.companionLink.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      role: true,
      madeById: true,
      withdrawnAt: true,
      email: true,
      phone: true,
      language: true,
      appointment: {
        select: { citizenName: true, conversation: { select: { state: true } } },
      },
    },
  });
  const stops = await readTextStops(
    scope,
    rows.flatMap(({ phone }) => phone ?? []),
  );
  return new Map(
    rows.map(({ id, role, madeById, withdrawnAt, appointment, ...to }) => {
      const { citizenName, conversation } = appointment;
      const hasAddress = to.email !== null || to.phone !== null;
      const isOver = conversation?.state === 'ended';
      const linkId = id as CompanionLinkId;
      return [
        linkId,
        {
          linkId,
          role,
          invitedBy: madeById === null ? citizenName : null,
          isGone: withdrawnAt !== null || !hasAddress || isOver,
          textsStopped: to.phone !== null && stops.has(to.phone),
          ...to,
        },
      ];
    }),
  );
}

/** The appointment as it is told to a third person: with their address and language, and without the citizen's name. */
export function toldToCompanion(
  appointment: ToldAppointment,
  companions: ToldCompanions,
  id: CompanionLinkId,
): ToldAppointment {
  const companion = companions.get(id);
  if (companion === undefined) return appointment;
  const { email, phone, textsStopped, language, linkId, role, invitedBy, isGone } = companion;
  return {
    ...appointment,
    companion: { linkId, role, invitedBy, isGone },
    citizenName: '',
    language: language ?? appointment.language,
    email,
    phone,
    textsStopped,
  };
}
