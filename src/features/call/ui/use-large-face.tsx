'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { type CompanionRole, isKeptLarge } from '#journey/companion-roles.ts';
import type { ParticipantId } from '#journey/ids.ts';
import { Segments } from '#shared/ui/segments.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';
import type { OtherPerson } from './people.ts';

/** Somebody in the conversation, as the server knows them. */
export type KnownPerson = {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly role: 'citizen' | 'companion' | 'clerk';
  readonly companionRole: CompanionRole | null;
};

type Needs = {
  readonly session: CallSession | null;
  readonly snapshot: CallSnapshot | null;
  readonly people: readonly KnownPerson[];
  readonly nameOf: (person: OtherPerson) => string;
};

export type LargeFace = {
  readonly largeId: ParticipantId | null;
  /** The choice whom to keep large; null while there are not three. */
  readonly choice: ReactNode;
};

/** Whose face is kept large: who signs, unless one chose otherwise. */
export function useLargeFace({ session, snapshot, people, nameOf }: Needs): LargeFace {
  const t = useTranslations('call.large');
  const [chosen, choose] = useState<ParticipantId | 'nobody' | null>(null);
  const others = snapshot?.others ?? [];
  const signing = people.find(
    ({ participantId, companionRole }) =>
      isKeptLarge(companionRole) && others.some(({ id }) => id === participantId),
  );
  const wanted = chosen === 'nobody' ? null : (chosen ?? signing?.participantId ?? null);
  const largeId = others.some(({ id }) => id === wanted) ? wanted : null;
  useEffect(() => session?.keepLarge(largeId), [session, largeId]);
  if (others.length < 2) return { largeId: null, choice: null };
  const choice = (
    <div className="mt-5 grid justify-items-start gap-1.5">
      <h3 className="text-h3">{t('title')}</h3>
      <Segments
        label={t('title')}
        segments={[
          ...others.map((person) => ({
            key: person.id,
            text: nameOf(person),
            current: largeId === person.id,
            onClick: () => choose(person.id),
          })),
          { key: 'nobody', text: t('nobody'), current: largeId === null, onClick: () => choose('nobody') },
        ]}
      />
    </div>
  );
  return { largeId, choice };
}
