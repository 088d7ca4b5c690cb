'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ConversationId, ParticipantId } from '#journey/ids.ts';
import type { SeatEntry, SeatPerson } from '#journey/live-views.ts';
import { Button } from '#shared/ui/button.tsx';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconDoorOpen } from '#shared/ui/icons/door-open.ts';
import { iconSmartphone } from '#shared/ui/icons/smartphone.ts';
import { iconUserRoundX } from '#shared/ui/icons/user-round-x.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { PresenceMark } from '#shared/ui/presence-mark.tsx';
import { askDoor } from './seat-requests.ts';
import type { SeatSlots } from './seat-slots.ts';

/** One request at a time; the stream shows what came of it. */
function useDoor(conversationId: ConversationId) {
  const [busyId, setBusyId] = useState<ParticipantId | null>(null);
  const [failed, setFailed] = useState(false);
  const ask = async (participantId: ParticipantId, what: 'admit' | 'expel') => {
    if (busyId !== null) return;
    setBusyId(participantId);
    setFailed(false);
    const answer = await askDoor(conversationId, participantId, what);
    setBusyId(null);
    setFailed(!answer.ok);
  };
  return { busyId, failed, ask };
}

/** Who asks to come into the running conversation. */
export function DoorNotices({
  conversationId,
  atTheDoor,
}: {
  conversationId: ConversationId;
  atTheDoor: SeatEntry['atTheDoor'];
}) {
  const t = useTranslations('seat.call');
  const roles = useTranslations('companions');
  const { busyId, failed, ask } = useDoor(conversationId);
  return (
    <div role="status" className="grid gap-2 px-4 not-empty:pt-3">
      {atTheDoor.map(({ participantId, role, name, companionRole }) => (
        <Notice
          key={participantId}
          kind="warn"
          icon={role === 'companion' ? iconDoorOpen : iconSmartphone}
          title={
            role === 'citizen'
              ? t('deviceAtDoor', { name })
              : companionRole === null
                ? t('companionAtDoor', { name })
                : t('roleAtDoor', { name, role: roles(`roles.${companionRole}`) })
          }
          action={
            <Button
              look="secondary"
              icon={iconDoorOpen}
              busy={busyId === participantId}
              busyText={t('lettingIn')}
              onClick={() => void ask(participantId, 'admit')}
            >
              {t('letIn')}
            </Button>
          }
        >
          {role === 'citizen' && t('deviceAtDoorText')}
          {companionRole !== null && roles(`may.${companionRole}`)}
        </Notice>
      ))}
      {failed && <Notice kind="danger">{t('doorProblem')}</Notice>}
    </div>
  );
}

/** Who is in the conversation, and the way to put somebody out. */
export function PeopleInside({
  conversationId,
  people,
  renderRole,
}: {
  conversationId: ConversationId;
  people: readonly SeatPerson[];
  renderRole: SeatSlots['renderRole'];
}) {
  const t = useTranslations('seat.call');
  const roles = useTranslations('companions.roles');
  const { busyId, failed, ask } = useDoor(conversationId);
  if (people.length === 0) return null;
  return (
    <section className="pb-4">
      <h3 className="text-h2">{t('people')}</h3>
      <ul className="mt-1">
        {people.map(({ participantId, role, companionRole, name, present }) => (
          <li key={participantId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <PresenceMark presence={present ? 'here' : 'reconnecting'}>
                {name}{' '}
                <span className="text-small text-ink-2">
                  {!present
                    ? t('reconnecting')
                    : companionRole === null
                      ? t(`roles.${role}`)
                      : roles(companionRole)}
                </span>
              </PresenceMark>
            </span>
            <IconButton
              edged
              icon={iconUserRoundX}
              label={t('expelOf', { name })}
              aria-busy={busyId === participantId || undefined}
              onClick={() => void ask(participantId, 'expel')}
            />
            {role === 'companion' && renderRole({ conversationId, participantId, name, companionRole })}
          </li>
        ))}
      </ul>
      <div role="alert">{failed && <Notice kind="danger">{t('doorProblem')}</Notice>}</div>
    </section>
  );
}
