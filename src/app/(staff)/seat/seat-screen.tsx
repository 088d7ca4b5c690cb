'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { ClerkCall } from '#features/call/ui/clerk-call.tsx';
import { ChatAnnouncer, ChatPanel } from '#features/chat/ui/chat-panel.tsx';
import { seatChatAddress } from '#features/chat/ui/send-chat.ts';
import { useChat } from '#features/chat/ui/use-chat.ts';
import { EndConversation } from '#features/closing/ui/end-conversation.tsx';
import { sendRole } from '#features/companions/ui/companion-requests.ts';
import { CompanionRoleChoice, SeatCompanions } from '#features/companions/ui/seat-companions.tsx';
import { EndedThread } from '#features/correspondence/ui/ended-thread.tsx';
import { ThreadList } from '#features/correspondence/ui/thread-list.tsx';
import { ThreadView } from '#features/correspondence/ui/thread-view.tsx';
import { sendForwardAct } from '#features/forwarding/ui/forward-requests.ts';
import { ForwardedList } from '#features/forwarding/ui/forwarded-list.tsx';
import { hasPlainForm, measureSms, toGsmText } from '#features/messages/sms-text.ts';
import { QuestionList } from '#features/questions/ui/question-list.tsx';
import { SeatIdentity } from '#features/requests/ui/seat-identity.tsx';
import { SeatRequests } from '#features/requests/ui/seat-requests.tsx';
import { Seat, type SeatProps } from '#features/seat/ui/seat.tsx';
import { useLocalized, useMomentStyle } from '#features/seat/ui/seat-place.tsx';
import type { RequestsRequest, SeatSlots, StageRequest } from '#features/seat/ui/seat-slots.ts';
import type { ConversationId, RequestId } from '#journey/ids.ts';
import type { SeatThread } from '#journey/live-views.ts';
import { isOpen } from '#journey/requests.ts';
import { FormResult } from '#panels/forms/ui/form-result.tsx';
import { IdentityActs } from '#panels/identity/ui/identity-acts.tsx';
import { IdentityTold } from '#panels/identity/ui/identity-told.tsx';
import { LookWays } from '#panels/identity/ui/look-ways.tsx';
import { IdentifyProblem } from '#panels/identity/ui/provider-ways.tsx';
import { PassOnWays } from './pass-on-ways.tsx';

/** Brings together the steps that meet on the clerk's screen: the seat, the call in its middle, the closing, and what people write. */
export function SeatScreen(props: Omit<SeatProps, keyof SeatSlots>) {
  const [ended, setEnded] = useState<SeatThread | null>(null);
  return (
    <I18nProvider locale={useLocale()}>
      <Seat
        {...props}
        renderStage={(stage) => <CallStage {...stage} />}
        renderChat={(id) => <SeatChat key={id} conversationId={id} />}
        renderEnding={(ending) => <EndConversation {...ending} />}
        renderThreads={(threads) => <ThreadList {...threads} />}
        renderCompanions={({ appointmentId, version }) => (
          <SeatCompanions key={appointmentId} appointmentId={appointmentId} version={version} />
        )}
        renderRequests={(request) => <AskedPart key={request.appointmentId} {...request} />}
        renderForwarded={({ questions, ...request }) => (
          <>
            <ForwardedList {...request} />
            <QuestionList questions={questions} say={request.say} />
          </>
        )}
        renderForward={(request) => <PassOnWays key={request.conversationId} {...request} />}
        renderRole={({ conversationId, participantId, name, companionRole }) => (
          <CompanionRoleChoice
            name={name}
            role={companionRole}
            onChoose={(role) => void sendRole(conversationId, participantId, role)}
          />
        )}
        renderThread={(thread) => <ThreadView {...thread} measure={measureAsSent} onEnded={setEnded} />}
      />
      <EndedThread thread={ended} onDone={() => setEnded(null)} />
    </I18nProvider>
  );
}

/** What is asked, with what each kind adds for the clerk. */
function AskedPart({ citizenName, isInConversation, isSpeaking, ...request }: RequestsRequest) {
  const say = useLocalized();
  const style = useMomentStyle();
  // One form at a time: the names of its fields are those of the page.
  const [together, setTogether] = useState<RequestId | null>(null);
  return (
    <SeatRequests
      {...request}
      say={say}
      style={style}
      renderIdentity={(identity) => (
        <>
          <IdentityTold identity={identity} say={say} style={style} />
          {isSpeaking && <IdentityActs key={identity.requestId} {...identity} />}
        </>
      )}
      renderResult={({ id, kind, state, settings, progress, problem, companion }) =>
        kind === 'form' ? (
          <FormResult
            requestId={id}
            name={companion?.name || citizenName}
            say={say}
            state={state}
            progress={progress}
            isTogether={isInConversation}
            isOpen={together === id}
            onOpen={(isOpen) => setTogether(isOpen ? id : null)}
          />
        ) : (
          isOpen(state) && (
            <>
              <IdentifyProblem problem={problem} />
              {isSpeaking && (
                <LookWays
                  requestId={id}
                  settings={settings}
                  citizenName={citizenName}
                  byPhone={request.byPhone}
                  say={say}
                />
              )}
            </>
          )
        )
      }
    />
  );
}

/** The call, with how much was written beside it that the clerk did not see yet. */
function CallStage({ onChat, ...stage }: StageRequest) {
  const t = useTranslations('chat');
  const { conversation } = stage;
  // Who joined a colleague's conversation does not end it, and writes in it only when it is held in writing.
  const joined = conversation !== null && !conversation.isOwn ? conversation.forward : null;
  const writes = conversation?.isOwn || conversation?.inWriting;
  const id = writes ? conversation.conversationId : null;
  const chat = useChat(id === null ? null : seatChatAddress(id));
  const count = chat?.snapshot.unread ?? 0;
  const open = chat && {
    isOpen: null,
    unread: { number: count, label: t('unread', { count }) },
    onPress: () => {
      onChat();
      chat.session.askFocus();
    },
  };
  return (
    <>
      {chat && <ChatAnnouncer {...chat} />}
      <ClerkCall
        {...stage}
        waiting={stage.view.entries.filter(({ state }) => state === 'waiting').length}
        chat={open}
        written={conversation?.inWriting && <SeatWriting {...stage} conversation={conversation} />}
        onFinish={joined === null ? stage.onFinish : () => void sendForwardAct(joined.id, 'leave')}
      />
    </>
  );
}

/** The conversation in writing, and above it how sure it is who writes. */
function SeatWriting({
  view,
  conversation: { conversationId, appointmentId, isOwn },
}: Pick<StageRequest, 'view'> & { conversation: NonNullable<StageRequest['conversation']> }) {
  const chat = useChat(seatChatAddress(conversationId));
  const style = useMomentStyle();
  const say = useLocalized();
  const version = view.entries.find((entry) => entry.appointmentId === appointmentId)?.version ?? 0;
  return (
    <>
      {isOwn && (
        <div className="mb-2.5 flex-none border-b border-line pb-2.5">
          <SeatIdentity
            appointmentId={appointmentId}
            version={version}
            style={style}
            renderIdentity={(identity) => <IdentityTold identity={identity} say={say} style={style} />}
          />
        </div>
      )}
      {chat && <ChatPanel {...chat} side="staff" onClose={null} isMain />}
    </>
  );
}

function SeatChat({ conversationId }: { conversationId: ConversationId }) {
  const chat = useChat(seatChatAddress(conversationId));
  return chat && <ChatPanel {...chat} side="staff" onClose={null} />;
}

/** What cannot be said in the alphabet of SMS is sent as it was written. */
function measureAsSent(text: string) {
  return measureSms(hasPlainForm(text) ? toGsmText(text) : text);
}
