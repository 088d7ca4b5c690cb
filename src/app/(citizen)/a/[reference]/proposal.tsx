import { findOpenProposal } from '#features/changes/answer-proposal.ts';
import { ProposalNotice } from '#features/changes/ui/proposal-notice.tsx';
import type { VisitPage } from '#features/waiting-room/visit-page.data.ts';
import type { VisitActor } from '#journey/actor.ts';
import { clock } from '../../../../wiring.ts';
import { sendProposalAnswer } from './send-proposal-answer.ts';

type Props = {
  actor: VisitActor;
  page: VisitPage;
  /** What was wrong with the last answer, as it stands in the address. */
  problem: string | undefined;
};

/** What a clerk proposes instead of video; nothing while nothing is proposed. */
export async function Proposal({ actor, page, problem }: Props) {
  const channel = await findOpenProposal({ clock }, actor);
  return (
    channel !== null && (
      <ProposalNotice
        channel={channel}
        phoneEnding={page.phoneEnding}
        action={sendProposalAnswer.bind(null, page.reference)}
        problem={problem === 'phone' || problem === 'noPlace' ? problem : null}
      />
    )
  );
}
