'use client';

import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import type { CallSession, CallSnapshot } from './call-session.ts';
import type { OtherPerson } from './people.ts';
import { useDevices } from './use-devices.ts';

export type DevicePanelProps = {
  session: CallSession;
  snapshot: CallSnapshot;
  nameOf: (person: OtherPerson) => string;
  onClose: () => void;
  /** More to do in this call. */
  children?: ReactNode;
};

const kinds = ['camera', 'microphone', 'speaker'] as const;

/** Camera, microphone and speaker to choose from, and how the connections are, in words. */
export function DevicePanel({ session, snapshot, nameOf, onClose, children }: DevicePanelProps) {
  const t = useTranslations('call');
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const lists = useDevices();
  useEffect(() => heading.current?.focus(), []);

  const chosen = {
    ...snapshot.own.deviceIds,
    speaker: session.own.choices().speakerId ?? lists.speaker[0]?.id ?? null,
  };
  return (
    <section aria-labelledby={id} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="flex items-center justify-between gap-3">
        <h2 id={id} ref={heading} tabIndex={-1} className="text-h3">
          {t('devices.title')}
        </h2>
        <Button look="underlined" onClick={onClose}>
          {t('devices.close')}
        </Button>
      </div>
      {kinds.map(
        (kind) =>
          lists[kind].length > 0 && (
            <SelectField
              key={kind}
              name={`${id}-${kind}`}
              className="mt-3"
              label={t(`devices.${kind}`)}
              value={chosen[kind] ?? ''}
              options={lists[kind].map(({ id: value, name }, index) => ({
                value,
                text: name || t('devices.numbered', { kind: t(`devices.${kind}`), number: index + 1 }),
              }))}
              onChange={(event) => void session.own.choose(kind, event.currentTarget.value)}
            />
          ),
      )}
      {children}
      <h3 className="mt-5 text-h3">{t('devices.connection')}</h3>
      <dl className="mt-1.5 grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1">
        {readConnections(t('you'), snapshot, nameOf).map(({ id: key, name, quality }) => (
          <Fragment key={key}>
            <dt>{name}</dt>
            <dd className="font-semibold">{t(`quality.${quality}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** The connections of everybody in the call, one's own first. */
function readConnections(
  you: string,
  { own, others }: CallSnapshot,
  nameOf: (person: OtherPerson) => string,
) {
  const theirs = others.map((person) => ({ id: person.id, name: nameOf(person), quality: person.quality }));
  return [{ id: 'own', name: you, quality: own.quality }, ...theirs];
}
