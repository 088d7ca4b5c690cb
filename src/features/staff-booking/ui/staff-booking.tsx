'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Language } from '#journey/language.ts';
import { ContactFields } from '#shared/contact/contact-fields.tsx';
import { Button } from '#shared/ui/button.tsx';
import { ErrorSummary } from '#shared/ui/error-summary.tsx';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { RadioTiles } from '#shared/ui/radio-tiles.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import { TextArea, TextField } from '#shared/ui/text-field.tsx';
import type { Begun } from '../find-begun.ts';
import { type BookingRefusal, bookableChannels, requestChannels } from '../staff-booking-form.ts';
import { BookedPanel, type WayOn } from './booked-panel.tsx';
import { fieldProblems, useErrorWords } from './error-words.ts';
import { KeptTime } from './kept-time.tsx';
import { MoreFields, type SpokenLanguage } from './more-fields.tsx';
import { type OfferedService, ServiceChoice } from './service-choice.tsx';
import { TimeChoice } from './time-choice.tsx';
import { type Filled, type StaffBooking, useStaffBooking } from './use-staff-booking.ts';

export type StaffBookingProps = {
  readonly language: Language;
  /** What is known already of whom one books for; null when nothing is. */
  readonly begun: Begun | null;
  readonly services: readonly OfferedService[];
  readonly search: (question: string) => readonly OfferedService[];
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly spoken: readonly SpokenLanguage[];
  /** Where this person's own work is. */
  readonly home: WayOn | null;
};

const channelIcons = { video: iconVideo, phone: iconPhone, counter: iconUserRound };
const requestIcons = { phone: iconPhone, email: iconMail, counter: iconUserRound };

/** One screen to book for who phones, mails or stands at the counter; Ctrl+Enter books from every field. */
export function StaffBookingScreen(props: StaffBookingProps) {
  const booking = useStaffBooking(props.language, props.begun);
  if (booking.booked !== null)
    return <BookedPanel booked={booking.booked} onNext={booking.next} home={props.home} />;
  return <FormScreen key={booking.filled.submissionKey} booking={booking} {...props} />;
}

function FormScreen({ booking, ...props }: StaffBookingProps & { booking: StaffBooking }) {
  const t = useTranslations('staffBooking');
  const { refusal, submission, submit, busy } = booking;
  const errorOf = useErrorWords(refusal);
  const problems = fieldProblems(refusal, errorOf);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="mt-4 grid gap-5"
    >
      <ErrorSummary title={t('errors.title')} problems={problems} submission={submission} />
      <Refused refusal={refusal} submission={submission} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <WhatAndWhen booking={booking} errorOf={errorOf} {...props} />
        <Who booking={booking} errorOf={errorOf} spoken={props.spoken} />
      </div>
      <div className="sticky bottom-15 z-sticky flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line bg-ground py-3 sm:bottom-0">
        <KeptTime booking={booking} />
        <Button
          type="submit"
          busy={busy}
          busyText={t('busy')}
          keys={t('keys')}
          aria-keyshortcuts="Control+Enter"
        >
          {t('book')}
        </Button>
      </div>
    </form>
  );
}

type PartProps = { booking: StaffBooking; errorOf: (field: string) => string | undefined };

function WhatAndWhen({ booking, errorOf, services, search, locations }: PartProps & StaffBookingProps) {
  const t = useTranslations('staffBooking');
  const { filled, set } = booking;
  const channels = channelsOf(services, filled.serviceSlugs);
  return (
    <section aria-labelledby="what" className="grid gap-4 rounded-lg bg-surface p-4">
      <h2 id="what">{t('what')}</h2>
      <ServiceChoice
        services={services}
        search={search}
        chosen={filled.serviceSlugs}
        error={errorOf('services')}
        onChange={(slugs) => {
          const offered = channelsOf(services, slugs);
          const channel = offered.includes(filled.channel) ? filled.channel : (offered[0] ?? filled.channel);
          set({ serviceSlugs: [...slugs], channel });
        }}
      />
      {channels.length === 0 ? (
        <Notice kind="warn">{t('channels.none')}</Notice>
      ) : (
        <RadioTiles
          name="channel"
          legend={t('channels.label')}
          value={filled.channel}
          onChange={(value) => set({ channel: value as Filled['channel'] })}
          tiles={channels.map((value) => ({
            value,
            text: t(`channels.${value}`),
            icon: channelIcons[value],
          }))}
        />
      )}
      {filled.channel === 'counter' && locations.length > 1 && (
        <SelectField
          name="location"
          label={t('location')}
          value={filled.locationId ?? ''}
          onChange={(event) => set({ locationId: event.currentTarget.value || null })}
          options={[
            { value: '', text: t('anyLocation') },
            ...locations.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
      )}
      <div id="times">
        <TimeChoice booking={booking} />
      </div>
    </section>
  );
}

function Who({ booking, errorOf, spoken }: PartProps & Pick<StaffBookingProps, 'spoken'>) {
  const t = useTranslations('staffBooking');
  const { filled, set } = booking;
  return (
    <section aria-labelledby="who" className="grid gap-4 rounded-lg bg-surface p-4">
      <h2 id="who">{t('who')}</h2>
      <TextField
        name="name"
        label={t('name')}
        error={errorOf('name')}
        autoComplete="off"
        value={filled.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <ContactFields filled={filled} set={set} isSheetNeeded={filled.name.trim() !== ''} errorOf={errorOf} />
      <TextArea
        name="remark"
        label={t('remark')}
        optional={t('optional')}
        error={errorOf('remark')}
        rows={2}
        value={filled.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
      <RadioTiles
        name="requestChannel"
        legend={t('requestChannels.label')}
        value={filled.requestChannel}
        onChange={(value) => set({ requestChannel: value as Filled['requestChannel'] })}
        tiles={requestChannels.map((value) => ({
          value,
          text: t(`requestChannels.${value}`),
          icon: requestIcons[value],
        }))}
      />
      <MoreFields filled={filled} set={set} errorOf={errorOf} spoken={spoken} />
    </section>
  );
}

/** The channels on which all of the chosen services are offered. */
function channelsOf(services: readonly OfferedService[], slugs: readonly string[]) {
  const chosen = services.filter(({ slug }) => slugs.includes(slug));
  return bookableChannels.filter((channel) => chosen.every(({ channels }) => channels.includes(channel)));
}

/** What is wrong apart from the fields; it takes the focus, as the summary of the fields does. */
function Refused({ refusal, submission }: { refusal: BookingRefusal | null; submission: number }) {
  const t = useTranslations('staffBooking.errors');
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the submission says when.
  useEffect(() => box.current?.focus(), [submission]);
  if (refusal === null || refusal.code === 'wrongFields') return null;
  return (
    <div ref={box} tabIndex={-1} className="ring-none">
      <Notice kind="danger" role="alert">
        {t(refusal.code)}
      </Notice>
    </div>
  );
}
