import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatRegistrationNumber, parseRegistrationNumber } from '#journey/registration-number.ts';
import { type Fact, FactList } from '#shared/ui/fact-list.tsx';
import { iconCalendarCheck } from '#shared/ui/icons/calendar-check.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconFileText } from '#shared/ui/icons/file-text.ts';
import { iconFootprints } from '#shared/ui/icons/footprints.ts';
import { iconHandHeart } from '#shared/ui/icons/hand-heart.ts';
import { iconLandmark } from '#shared/ui/icons/landmark.ts';
import { iconMail } from '#shared/ui/icons/mail.ts';
import { iconMapPin } from '#shared/ui/icons/map-pin.ts';
import { iconMessageSquare } from '#shared/ui/icons/message-square.ts';
import { iconPhone } from '#shared/ui/icons/phone.ts';
import { iconSmartphone } from '#shared/ui/icons/smartphone.ts';
import { iconUserRound } from '#shared/ui/icons/user-round.ts';
import { iconUsersRound } from '#shared/ui/icons/users-round.ts';
import { iconVideo } from '#shared/ui/icons/video.ts';
import type { BookedThing, BookingState } from '../booking-state.ts';
import { mayHaveRegistrationNumber } from '../for-whom.ts';
import type { SpokenLanguage } from './needs.tsx';

type CheckFactsProps = {
  readonly state: BookingState;
  readonly booked: BookedThing;
  readonly spoken: readonly SpokenLanguage[];
};

const channelIcons = { video: iconVideo, phone: iconPhone, counter: iconLandmark };

/** Everything that is going to be booked, in words. What was left out is left out. */
export function CheckFacts({ state, booked, spoken }: CheckFactsProps) {
  const facts = [
    ...useAppointmentFacts(state, booked),
    ...usePersonFacts(state, booked),
    ...useNeedFacts(state, spoken),
  ];
  return <FactList facts={facts.filter((fact): fact is Fact => fact !== null)} />;
}

function useAppointmentFacts(state: BookingState, booked: BookedThing): (Fact | null)[] {
  const t = useTranslations('booking');
  const { channel } = state.wish;
  const isLonger = state.typed.needs.some((need) => need === 'interpreter' || need === 'signLanguage');
  const minutes = booked.durationMinutes + (isLonger ? booked.interpreterMinutes : 0);
  return [
    {
      icon: iconFileText,
      term: t('check.services', { count: booked.services.length }),
      detail: <Lines texts={booked.services.map(({ name }) => name)} />,
    },
    state.momentWords === null
      ? null
      : { icon: iconCalendarCheck, term: t('check.moment'), detail: state.momentWords },
    { icon: iconClock4, term: t('check.duration'), detail: t('check.minutes', { minutes }) },
    { icon: channelIcons[channel], term: t('check.channel'), detail: t(`channel.${channel}`) },
    booked.place === null || channel !== 'counter'
      ? null
      : { icon: iconMapPin, term: t('check.place'), detail: booked.place },
  ];
}

function usePersonFacts({ typed }: BookingState, { asksQuestion }: BookedThing): (Fact | null)[] {
  const t = useTranslations('booking');
  const { forWhom } = typed;
  const number = mayHaveRegistrationNumber(forWhom) && parseRegistrationNumber(typed.registrationNumber);
  const typedFact = (icon: Fact['icon'], term: string, text: string): Fact | null =>
    text.trim() === '' ? null : { icon, term, detail: <Typed text={text} /> };
  return [
    typedFact(iconMessageSquare, t('check.remark'), asksQuestion ? typed.remark : ''),
    forWhom === 'self'
      ? null
      : {
          icon: iconUsersRound,
          term: t('check.forWhom'),
          detail: (
            <>
              <Typed text={typed.principalName} />
              {number && (
                <span className="block">
                  {t('check.number', { number: formatRegistrationNumber(number) })}
                </span>
              )}
              <span className="block font-normal text-ink-2">{t(`mandate.${forWhom}`)}</span>
            </>
          ),
        },
    typedFact(iconUserRound, t('check.name'), typed.name),
    typedFact(iconMail, t('check.email'), typed.email),
    typedFact(iconSmartphone, t('check.phone'), typed.phone),
    typedFact(iconMessageSquare, t('check.remark'), asksQuestion ? '' : typed.remark),
  ];
}

function useNeedFacts({ typed }: BookingState, spoken: readonly SpokenLanguage[]): (Fact | null)[] {
  const t = useTranslations('booking');
  const language = spoken.find(({ code }) => code === typed.interpreterLanguage)?.name ?? '';
  const needs = typed.needs.map((need) =>
    need === 'interpreter' ? t('check.interpreterFor', { language }) : t(`needs.${need}`),
  );
  return [
    needs.length === 0
      ? null
      : { icon: iconHandHeart, term: t('check.needs'), detail: <Lines texts={needs} /> },
    typed.wouldHaveCome === ''
      ? null
      : { icon: iconFootprints, term: t('check.otherwise'), detail: t(`otherwise.${typed.wouldHaveCome}`) },
  ];
}

function Lines({ texts }: { texts: readonly string[] }): ReactNode {
  return texts.map((text) => (
    <span key={text} className="block">
      {text}
    </span>
  ));
}

function Typed({ text }: { text: string }) {
  return <span className="wrap-anywhere whitespace-pre-line">{text.trim()}</span>;
}
