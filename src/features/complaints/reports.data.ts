import type { OrganisationScope } from '#db/organisation-scope.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { Misconduct } from '#journey/misconduct.ts';

/** What a clerk reported of a conversation. */
export type ListedReport = {
  readonly id: string;
  readonly kind: Misconduct;
  readonly words: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly clerkName: string;
  readonly teamName: LocalizedText;
  readonly citizenName: string;
  readonly reference: string;
};

const mostListed = 100;

/** The newest reports of the organisation. */
export async function readReports({ db }: OrganisationScope): Promise<readonly ListedReport[]> {
  const rows = await db.misconductReport.findMany({
    orderBy: { at: 'desc' },
    take: mostListed,
    select: {
      id: true,
      kind: true,
      words: true,
      at: true,
      staffMember: { select: { name: true } },
      conversation: {
        select: {
          team: { select: { name: true } },
          appointment: { select: { citizenName: true, reference: true } },
        },
      },
    },
  });
  return rows.map(({ staffMember, conversation, at, ...row }) => ({
    ...row,
    at: at.getTime(),
    clerkName: staffMember.name,
    teamName: conversation.team.name as LocalizedText,
    citizenName: conversation.appointment?.citizenName ?? '',
    reference: conversation.appointment?.reference ?? '',
  }));
}
