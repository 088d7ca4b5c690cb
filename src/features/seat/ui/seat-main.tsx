'use client';

import type { SeatEntry } from '#journey/live-views.ts';
import { classNames } from '#shared/ui/class-names.ts';
import { CallBottom, CallTop } from './call-column.tsx';
import { DossierBody } from './dossier-body.tsx';
import { DossierTop, NobodyChosen } from './dossier-column.tsx';
import { useLocalized, useNameOf, useSeatPlace } from './seat-place.tsx';
import type { SeatSlots } from './seat-slots.ts';
import type { SeatScreen } from './use-seat-screen.ts';

type Props = SeatSlots & { readonly screen: SeatScreen; readonly now: number };

/** The middle of the seat: the chosen person's dossier, and from admission on the conversation. The stage keeps its place in both. */
export function SeatMain({ screen, now, renderStage, renderEnding, renderThreads, ...slots }: Props) {
  const { view, inFront, dossier, notes } = screen;
  const { current } = view;
  const { clerkName, clerkId } = useSeatPlace();
  const nameOf = useNameOf();
  const written = view.threads.filter(({ about }) => about?.appointmentId === inFront?.appointmentId);
  return (
    <div className="flex min-h-full flex-1 flex-col">
      <div className={classNames('px-4', current ? 'bg-ground pt-3 pb-2' : inFront && 'pt-4 pb-3.5 sm:px-6')}>
        <MainTop screen={screen} now={now} />
      </div>
      <div
        className={classNames(
          'px-4',
          current ? 'flex-none border-b border-line bg-ground pb-3' : 'sm:px-6',
          // Lines need more height than a picture.
          current && (current.inWriting ? 'h-[clamp(30rem,74dvh,80rem)]' : 'h-[clamp(22rem,62dvh,80rem)]'),
        )}
      >
        {renderStage({
          view,
          conversation: current,
          preview: current === null ? previewOf(screen.selected) : null,
          citizenName: inFront ? (current?.byPhone ? inFront.citizenName : nameOf(inFront)) : '',
          phone: dossier.kind === 'loaded' ? dossier.dossier.phone : null,
          calledAppointmentId:
            screen.currentEntry?.channel === 'phone' ? screen.currentEntry.appointmentId : null,
          clerkName,
          people: current?.people ?? [],
          onChat: () => screen.setRegion('side'),
          onFinish: screen.finish,
        })}
      </div>
      {current && screen.currentEntry ? (
        <CallBottom
          entry={screen.currentEntry}
          current={current}
          notes={notes}
          renderForward={slots.renderForward}
        />
      ) : inFront ? (
        <div className="px-4 pb-4 sm:px-6">
          {renderThreads({
            threads: written,
            clerkId,
            selectedId: null,
            narrow: false,
            onOpen: screen.openThread,
          })}
          <div className="max-w-240">
            {slots.renderRequests({
              ...inFront,
              isInConversation: false,
              isSpeaking: false,
              byPhone: inFront.channel === 'phone',
              mayAsk: isToCome(inFront),
            })}
          </div>
          {mayBringSomebody(inFront) && <div className="max-w-240">{slots.renderCompanions(inFront)}</div>}
          <DossierBody state={dossier} columns />
        </div>
      ) : (
        <NobodyChosen />
      )}
      <Ending screen={screen} renderEnding={renderEnding} />
    </div>
  );
}

function MainTop({ screen, now }: { screen: SeatScreen; now: number }) {
  const { view, currentEntry, inFront, heading, dossier } = screen;
  if (view.current !== null && currentEntry !== null) {
    const { conversationId } = view.current;
    return (
      <CallTop
        entry={currentEntry}
        now={now}
        headingRef={heading.ref}
        onSentBack={() => screen.ended(conversationId, currentEntry.appointmentId)}
      />
    );
  }
  if (inFront === null) return null;
  const isNext = inFront.appointmentId === screen.nextId;
  return (
    <DossierTop
      entry={inFront}
      now={now}
      isNext={isNext}
      dossier={dossier}
      headingRef={heading.ref}
      admission={screen}
    />
  );
}

function Ending({ screen, renderEnding }: Pick<Props, 'screen' | 'renderEnding'>) {
  const localized = useLocalized();
  const { view, finishing, dossier, notes } = screen;
  const { current } = view;
  if (!finishing || current === null || dossier.kind !== 'loaded') return null;
  return renderEnding({
    conversationId: current.conversationId,
    services: dossier.dossier.services.map(({ id, name }) => ({ id, name: localized(name) })),
    report: notes.text,
    onEnded: () => screen.ended(current.conversationId, current.appointmentId),
    onCancel: screen.goOn,
  });
}

/** Whether a third person can still come along. */
function mayBringSomebody(entry: SeatEntry): boolean {
  return entry.channel === 'video' && isToCome(entry);
}

function isToCome({ state }: SeatEntry): boolean {
  return state === 'expected' || state === 'waiting' || state === 'away';
}

/** The clerk's side connects, unseen, as soon as somebody who waits is chosen: admission then takes a tenth of a second. */
function previewOf(selected: SeatEntry | null) {
  if (selected?.conversationId == null || selected.channel !== 'video') return null;
  const isThere = selected.state === 'waiting' || selected.state === 'away';
  return isThere ? { conversationId: selected.conversationId } : null;
}
