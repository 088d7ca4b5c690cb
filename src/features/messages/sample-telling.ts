import type { AppointmentId, AppointmentReference, CompanionLinkId, TeamId } from '#journey/ids.ts';
import type { Language } from '#journey/language.ts';
import { addDays, localDateAt, momentOfWall, readZoneOffsets } from '#journey/local-time.ts';
import { isForCompanion } from '#journey/message-plan.ts';
import { addMinutes, type EpochMilliseconds } from '#journey/time.ts';
import { type OwnTexts, type Wording, wordings } from './own-texts.ts';
import type { Sender, Telling, ToldAppointment, ToldCompanion, ToldService } from './told.ts';

const words: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['klaver', 'brug'],
  fr: ['trèfle', 'pont'],
  en: ['clover', 'bridge'],
  de: ['Klee', 'Brücke'],
};

const citizenName = 'Sofie Van Daele';

const sampleCompanion: ToldCompanion = {
  linkId: '00000000-0000-7000-8000-000000000003' as CompanionLinkId,
  role: 'interpreter',
  invitedBy: citizenName,
  isGone: false,
};

export type Sample = {
  readonly sender: Sender;
  readonly origin: string;
  readonly services: readonly ToldService[];
  readonly language: Language;
  readonly texts: OwnTexts;
  readonly now: EpochMilliseconds;
  readonly channel?: ToldAppointment['channel'];
};

/** An appointment of nobody, for a look at what its messages would say. Its link leads nowhere. */
export function sampleTelling(wording: Wording, sample: Sample): Telling {
  const { sender, origin, services, language, texts, now, channel = 'video' } = sample;
  const startAt = tomorrowMorning(now, sender.timeZone);
  const isToCompanion = isForCompanion(wordings[wording].kind);
  const isCancelled = wordings[wording].kind === 'cancellation' || wording === 'companionOff';
  return {
    sender,
    origin,
    texts,
    formerStartAt:
      wording === 'moved' || wording === 'companionMoved' ? addMinutes(startAt, -2 * 24 * 60) : null,
    link: `${origin}/l/${'voorbeeld'.repeat(5).slice(0, 43)}`,
    appointment: {
      id: '00000000-0000-7000-8000-000000000001' as AppointmentId,
      reference: '7K2M-QX4D' as AppointmentReference,
      teamId: '00000000-0000-7000-8000-000000000002' as TeamId,
      state: isCancelled ? 'cancelled' : wording === 'missed' ? 'missed' : 'booked',
      channel,
      location: null,
      startAt,
      endAt: addMinutes(startAt, 20),
      language,
      citizenName: isToCompanion ? '' : citizenName,
      email: null,
      phone: '+32470123456',
      phraseWords: words[language],
      calendarSequence: 0,
      cancelledBy: isCancelled ? (wording === 'cancellationByStaff' ? 'staff' : 'citizen') : null,
      offer: {
        startAt: addMinutes(startAt, -60),
        createdAt: now,
        expiresAt: addMinutes(startAt, -18 * 60),
      },
      textsStopped: false,
      turnText: null,
      isProposedOtherwise: false,
      hasAnswer: true,
      companion: isToCompanion ? sampleCompanion : null,
      request: null,
      toldStartAt: addMinutes(startAt, 25),
      heardAt: null,
      actsFor: null,
      needsInterpreter: false,
      services,
    },
  };
}

/** Twenty to eleven by the clock of the municipality. */
function tomorrowMorning(now: EpochMilliseconds, timeZone: string): EpochMilliseconds {
  const date = addDays(localDateAt(now, timeZone), 1);
  return momentOfWall(date, 10 * 60 + 40, readZoneOffsets(timeZone, date, date));
}
