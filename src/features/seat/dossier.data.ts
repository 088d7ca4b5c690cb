import type { OrganisationScope } from '#db/organisation-scope.ts';
import { readPreparatoryForm } from '#db/preparatory-form.ts';
import { readReadiness } from '#db/readiness.ts';
import type { Channel } from '#journey/appointment-wish.ts';
import { type ProposableChannel, proposalStateOf } from '#journey/channel-proposal.ts';
import type { TestResults } from '#journey/device-test-results.ts';
import type { AppointmentId, ServiceId, StaffMemberId, TeamId } from '#journey/ids.ts';
import type { Language, LocalizedText } from '#journey/language.ts';
import type { Readiness } from '#journey/readiness.ts';
import type { AppointmentState, ConversationState } from '#journey/stages.ts';
import { nameLanguage } from '#shared/i18n/interpreter-language-names.ts';
import { formatPhoneLocally } from '#shared/local-phone.ts';
import type { Dossier } from './dossier.ts';
import { readDossierMessages } from './dossier-messages.data.ts';
import { readPreparationNotes } from './preparation-notes.data.ts';

const picked = {
  id: true,
  teamId: true,
  state: true,
  channelProposal: { select: { channel: true, declinedAt: true } },
  reference: true,
  citizenName: true,
  channel: true,
  createdAt: true,
  cancelledAt: true,
  email: true,
  phone: true,
  remark: true,
  phraseWords: true,
  saidComingAt: true,
  needs: true,
  interpreterLanguage: true,
  requestChannel: true,
  sheetCodeHash: true,
  bookedBy: { select: { name: true } },
  principal: { select: { kind: true, name: true, registrationNumber: true } },
  seat: {
    select: {
      name: true,
      location: { select: { name: true, streetLine: true, postalCode: true, city: true } },
    },
  },
  services: {
    orderBy: { position: 'asc' },
    select: {
      service: {
        select: { id: true, name: true },
      },
    },
  },
  deviceTests: {
    orderBy: { testedAt: 'desc' },
    take: 1,
    select: { verdict: true, testedAt: true, results: true },
  },
  waitingWords: {
    orderBy: { saidAt: 'desc' },
    select: {
      id: true,
      word: true,
      text: true,
      saidAt: true,
      readAt: true,
      staffMember: { select: { name: true } },
    },
  },
  conversation: { select: { state: true, clerkId: true, endedAt: true, report: true } },
} as const;

/** What is known of one appointment of the team; null for every other one. The notes only for the clerk who speaks. */
export async function readDossier(
  scope: OrganisationScope,
  appointmentId: AppointmentId,
  reader: { readonly teamId: TeamId; readonly clerkId: StaffMemberId; readonly language: Language },
): Promise<Dossier | null> {
  const row = await scope.db.appointment.findFirst({
    where: { id: appointmentId, OR: [{ teamId: reader.teamId }, ...passedOnTo(reader.clerkId)] },
    select: picked,
  });
  if (row === null) return null;
  const { conversation } = row;
  const isOwn = conversation?.state === 'admitted' && conversation.clerkId === reader.clerkId;
  const [test] = row.deviceTests;
  return {
    appointmentId,
    reference: row.reference,
    citizenName: row.citizenName,
    channel: row.channel,
    bookedAt: row.createdAt.getTime(),
    cancelledAt: row.cancelledAt?.getTime() ?? null,
    endedAt: conversation?.endedAt?.getTime() ?? null,
    seatName: row.seat?.name ?? null,
    email: row.email,
    phone: row.phone === null ? null : { text: formatPhoneLocally(row.phone), number: row.phone },
    remark: row.remark,
    needs: row.needs,
    interpreterLanguageName:
      row.interpreterLanguage === null ? null : nameLanguage(row.interpreterLanguage, reader.language),
    principal: row.principal,
    requestChannel: row.requestChannel,
    bookedBy: row.bookedBy?.name ?? null,
    location: toLocation(row.seat?.location ?? null),
    hasSheet: row.sheetCodeHash !== null,
    phraseWords: row.phraseWords as [string, string],
    services: row.services.map(({ service }) => ({
      id: service.id as ServiceId,
      name: service.name as LocalizedText,
    })),
    readiness: (await readReadiness(scope, appointmentId)) ?? nothingToBring,
    form: await readPreparatoryForm(scope, appointmentId),
    ...proposalOf(row),
    preparationNotes: row.teamId === reader.teamId ? await readPreparationNotes(scope, appointmentId) : null,
    deviceTest:
      test === undefined
        ? null
        : {
            verdict: test.verdict,
            testedAt: test.testedAt.getTime(),
            results: test.results as TestResults,
          },
    saidComingAt: row.saidComingAt?.getTime() ?? null,
    words: row.waitingWords.map(({ id, word, text, saidAt, readAt, staffMember }) => ({
      id,
      word,
      text,
      by: staffMember.name,
      at: saidAt.getTime(),
      readAt: readAt?.getTime() ?? null,
    })),
    messages: await readDossierMessages(scope, appointmentId),
    notes: isOwn ? (conversation.report ?? '') : null,
  };
}

type ProposedRow = {
  /** Null for who came without appointment: they wait for video alone. */
  readonly seat: object | null;
  readonly state: AppointmentState;
  readonly channel: Channel;
  readonly conversation: { readonly state: ConversationState } | null;
  readonly channelProposal: { readonly channel: Channel; readonly declinedAt: Date | null } | null;
};

function proposalOf({
  seat,
  state,
  channel,
  conversation,
  channelProposal,
}: ProposedRow): Pick<Dossier, 'proposal' | 'mayPropose'> {
  const isBefore = state === 'booked' && (conversation === null || conversation.state === 'waiting');
  const mayPropose = isBefore && channel === 'video' && seat !== null;
  if (channelProposal === null) return { proposal: null, mayPropose };
  const proposed = channelProposal.channel as ProposableChannel;
  const isDeclined = channelProposal.declinedAt !== null;
  const stage = isBefore ? 'prepare' : 'ended';
  const standing = proposalStateOf({ channel: proposed, isDeclined }, { channel, stage });
  return { proposal: standing && { channel: proposed, state: standing }, mayPropose };
}

const nothingToBring: Readiness = { mandate: null, services: [], others: [] };

/** A running conversation that was passed on to this clerk, by which another team's dossier is theirs to read as long as it runs. */
function passedOnTo(clerkId: StaffMemberId) {
  const helps = { state: 'taken', takenById: clerkId } as const;
  return [
    { conversation: { state: 'admitted', clerkId } },
    { conversation: { state: 'admitted', forwards: { some: helps } } },
  ] as const;
}

type LocationRow = {
  readonly name: unknown;
  readonly streetLine: string;
  readonly postalCode: string;
  readonly city: string;
};

function toLocation(row: LocationRow | null): Dossier['location'] {
  if (row === null) return null;
  return { name: row.name as LocalizedText, address: `${row.streetLine}, ${row.postalCode} ${row.city}` };
}
