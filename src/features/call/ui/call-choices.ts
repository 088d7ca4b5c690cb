/** What somebody chose for the call: kept in the browser, so that a reload changes nothing. */
export type CallChoices = {
  readonly cameraOn: boolean;
  readonly microphoneOn: boolean;
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
  readonly speakerId: string | null;
  /** No picture at all, neither sent nor received. */
  readonly soundOnly: boolean;
  readonly noiseSuppression: boolean;
  /** One large face with one's own small in a corner, or both side by side. */
  readonly layout: 'face' | 'beside';
  /** Whether this person opened the devices here before, and so need not be asked again. */
  readonly opened: boolean;
};

export type ChoiceStore = {
  readonly read: () => CallChoices;
  readonly write: (change: Partial<CallChoices>) => void;
};

const unchosen: CallChoices = {
  cameraOn: true,
  microphoneOn: true,
  cameraId: null,
  microphoneId: null,
  speakerId: null,
  soundOnly: false,
  noiseSuppression: true,
  layout: 'face',
  opened: false,
};
const key = 'balie.call';

/**
 * Keeps the choices in the given storage: a clerk's from day to day, a citizen's only as long as the window is open.
 * Without a storage (blocked by the browser) they last until the next reload.
 */
export function createChoiceStore(openStorage: () => Storage): ChoiceStore {
  let choices = { ...unchosen, ...load(openStorage) };
  return {
    read: () => choices,
    write: (change) => {
      choices = { ...choices, ...change };
      try {
        openStorage().setItem(key, JSON.stringify(choices));
      } catch {
        // Storage may be blocked or full: the choices hold until the next reload.
      }
    },
  };
}

function load(openStorage: () => Storage): Partial<CallChoices> {
  try {
    const stored: unknown = JSON.parse(openStorage().getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? stored : {};
  } catch {
    return {};
  }
}
