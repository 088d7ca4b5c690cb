import type { AppointmentId, ServiceId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';

/** What the seat shows of one chosen appointment, beside what the queue says already. Times are epoch milliseconds. */
export type Dossier = {
  readonly appointmentId: AppointmentId;
  readonly reference: string;
  readonly bookedAt: number;
  readonly cancelledAt: number | null;
  readonly endedAt: number | null;
  /** The seat that was reserved for it. */
  readonly seatName: string;
  readonly email: string | null;
  /** As people write it: `+32 470 55 50 12`. */
  readonly phone: string | null;
  readonly remark: string | null;
  readonly phraseWords: readonly [string, string];
  readonly services: readonly {
    readonly id: ServiceId;
    readonly name: LocalizedText;
    readonly requirements: readonly {
      readonly icon: string;
      readonly title: LocalizedText;
      readonly reason: LocalizedText;
    }[];
  }[];
  readonly deviceTest: { readonly verdict: 'good' | 'limited' | 'failed'; readonly testedAt: number } | null;
  /** Notes of the running conversation; null for everybody but the clerk who holds it. */
  readonly notes: string | null;
};
