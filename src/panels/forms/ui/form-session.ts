import { followEventStream } from '#shared/live/follow-event-stream.ts';
import type { FormPlace, SentPlace, SharedForm } from '../shared-form.ts';
import { createFieldSender, type TypedField } from './field-sender.ts';
import { type FormAddress, sendField, sendPlace } from './form-address.ts';

/** Where one is is said again as often, so that who comes later sees it too; and it fades when it was not. */
const placeAgainMilliseconds = 4_000;
const placeFadesMilliseconds = 10_000;
/** Longer nobody waits for a page to go on. */
const longestSettlingMilliseconds = 2_000;

export type FormSnapshot = {
  /** Null before the first came. */
  readonly form: SharedForm | null;
  /** Where the other one is; null when they are not in the form. */
  readonly other: FormPlace | null;
  /** A sensitive number that was filled in here was made unreadable. */
  readonly isMasked: boolean;
  /** Nothing is filled in here any more. */
  readonly isOver: boolean;
};

/** A form that is filled in together, as this page has it. */
export type FormSession = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => FormSnapshot;
  /** Follows the form until the result is called. */
  readonly open: () => () => void;
  readonly type: (field: TypedField) => void;
  /** Whether this page has something newer in a control (`controlOf`) than the server. */
  readonly isOwn: (control: string) => boolean;
  /**
   * When the server has what was filled in here and this page was shown it, so that sending the step in asks about nothing that was one's own;
   * null where it is so already.
   */
  readonly settle: () => Promise<void> | null;
  /** The step was sent in as a whole. */
  readonly forget: () => void;
  /** Shows the other one where this person is; null when they left the form. */
  readonly go: (place: SentPlace | null) => void;
};

/** @param initial what the page was made with; null where it has nothing yet */
export function createFormSession(address: FormAddress, initial: SharedForm | null): FormSession {
  const listeners = new Set<() => void>();
  let snapshot: FormSnapshot = { form: initial, other: null, isMasked: false, isOver: false };
  let keptRevision = 0;
  let isOpen = false;
  let fading: ReturnType<typeof setTimeout> | undefined;
  let here: SentPlace | null = null;

  const show = (change: Partial<FormSnapshot>) => {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  };
  const sender = createFieldSender({
    // Without anybody to fill in with, a step is kept when it is sent in.
    mayGo: () => isOpen && !snapshot.isOver && snapshot.form?.clerkName != null,
    send: (field) => {
      const of = snapshot.form?.rows[field.step]?.length ?? 0;
      return sendField(address, { ...field, of, seen: snapshot.form?.revision ?? 0 });
    },
    answered: (answer) => {
      if (answer.kind === 'kept') {
        keptRevision = Math.max(keptRevision, answer.revision);
        if (answer.isMasked) show({ isMasked: true });
      }
      if (answer.kind === 'over') show({ isOver: true });
    },
  });

  const isShown = () => (snapshot.form?.revision ?? 0) >= keptRevision;
  const settle = async () => {
    const latest = pause(longestSettlingMilliseconds);
    await Promise.race([sender.settled(), latest]);
    const shown = new Promise<void>((resolve) => {
      const look = () => {
        if (!isShown()) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
    await Promise.race([shown, latest]);
  };

  const sayPlace = () => {
    if (here !== null && !snapshot.isOver && snapshot.form?.clerkName) void sendPlace(address, here);
  };
  const see = (other: FormPlace | null) => {
    clearTimeout(fading);
    if (other !== null) fading = setTimeout(() => see(null), placeFadesMilliseconds);
    show({ other });
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    open: () => {
      isOpen = true;
      const again = setInterval(sayPlace, placeAgainMilliseconds);
      const stop = followEventStream<SharedForm>(address.events, {
        state: (form) => {
          // What was loaded before our own last field arrived would take it back for a moment.
          if (form.revision < keptRevision) return;
          const isMet = !snapshot.form?.clerkName && form.clerkName !== null;
          show({ form });
          if (isMet) sayPlace();
          sender.go();
        },
        passing: (message) => see(message as FormPlace),
        connection: (connection) => {
          if (connection === 'ended') show({ isOver: true });
        },
      });
      return () => {
        isOpen = false;
        stop();
        clearInterval(again);
        clearTimeout(fading);
      };
    },
    type: sender.typed,
    isOwn: sender.isOwn,
    settle: () => (sender.settled() === null && isShown() ? null : settle()),
    forget: sender.forget,
    go: (place) => {
      here = place;
      sayPlace();
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
