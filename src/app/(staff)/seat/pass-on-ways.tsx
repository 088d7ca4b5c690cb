import { useState } from 'react';
import { ForwardPart } from '#features/forwarding/ui/sent-forward.tsx';
import { AskBackOffice } from '#features/questions/ui/ask-back-office.tsx';
import type { ForwardRequest } from '#features/seat/ui/seat-slots.ts';

/** Who else may help: a colleague who is there now, or somebody who answers after the conversation. Where nobody is there, one leads to the other. */
export function PassOnWays(request: ForwardRequest) {
  const [begun, setBegun] = useState<string | null>(null);
  return (
    <div className="flex flex-wrap items-start gap-2 px-4 pt-3">
      <ForwardPart {...request} onAskLater={setBegun} />
      {request.isOwn && (
        <AskBackOffice conversationId={request.conversationId} begun={begun} onBegin={setBegun} />
      )}
    </div>
  );
}
