/** What stands between somebody and a working camera or microphone. */
export type DeviceProblem =
  /** The browser or its user does not allow it. */
  | 'refused'
  /** There is none. */
  | 'missing'
  /** Another program holds it. */
  | 'busy'
  | 'failed';

export type OpenedDevice =
  | { readonly track: MediaStreamTrack }
  | { readonly problem: DeviceProblem }
  /** Not asked for. */
  | null;

export type OpenedDevices = { readonly camera: OpenedDevice; readonly microphone: OpenedDevice };

/** Which devices are wanted; with an id when one was chosen. */
export type WantedDevices = {
  readonly camera: { readonly id: string | null } | null;
  /** Background noise is suppressed unless told otherwise. */
  readonly microphone: { readonly id: string | null; readonly noiseSuppression?: boolean } | null;
};

export function cameraConstraints(id: string | null): MediaTrackConstraints {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  return id === null ? { ...size, facingMode: 'user' } : { ...size, deviceId: { ideal: id } };
}

export function microphoneConstraints(id: string | null, noiseSuppression = true): MediaTrackConstraints {
  const clean = { echoCancellation: true, noiseSuppression, autoGainControl: true };
  return id === null ? clean : { ...clean, deviceId: { ideal: id } };
}

/** Opens camera and microphone with one question of the browser; when that fails, each by itself: one is better than none. */
export async function openDevices(wanted: WantedDevices): Promise<OpenedDevices> {
  const { camera, microphone } = wanted;
  if (camera !== null && microphone !== null) {
    const both = await open({
      video: cameraConstraints(camera.id),
      audio: microphoneConstraints(microphone.id, microphone.noiseSuppression),
    });
    if (both instanceof MediaStream) {
      return { camera: firstOf(both.getVideoTracks()), microphone: firstOf(both.getAudioTracks()) };
    }
  }
  return {
    microphone:
      microphone &&
      toDevice(
        await open({ audio: microphoneConstraints(microphone.id, microphone.noiseSuppression) }),
        'getAudioTracks',
      ),
    camera: camera && toDevice(await open({ video: cameraConstraints(camera.id) }), 'getVideoTracks'),
  };
}

async function open(constraints: MediaStreamConstraints): Promise<MediaStream | DeviceProblem> {
  try {
    // Absent where the page is not secure.
    return (await navigator.mediaDevices?.getUserMedia(constraints)) ?? 'failed';
  } catch (error) {
    return problemOf(error);
  }
}

function toDevice(
  opened: MediaStream | DeviceProblem,
  list: 'getAudioTracks' | 'getVideoTracks',
): OpenedDevice {
  return opened instanceof MediaStream ? firstOf(opened[list]()) : { problem: opened };
}

function firstOf([track]: MediaStreamTrack[]): OpenedDevice {
  return track === undefined ? { problem: 'missing' } : { track };
}

/** By the names of the errors in Media Capture and Streams, section 10.2. */
export function problemOf(error: unknown): DeviceProblem {
  switch ((error as { name?: unknown } | null)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'failed';
  }
}

/** Whether the browser would open both without a question. Not every browser tells; then it is no. */
export async function isAllowedAlready(): Promise<boolean> {
  const states = await Promise.all((['camera', 'microphone'] as const).map(readPermission));
  return states.every((state) => state === 'granted');
}

/** Calls back when the browser's permission for either changes. Returns how to stop. */
export function watchPermissions(onChange: () => void): () => void {
  const watch = new AbortController();
  for (const name of ['camera', 'microphone'] as const) {
    void queryPermission(name).then((status) =>
      status?.addEventListener('change', onChange, { signal: watch.signal }),
    );
  }
  return () => watch.abort();
}

async function readPermission(name: 'camera' | 'microphone'): Promise<PermissionState | null> {
  return (await queryPermission(name))?.state ?? null;
}

async function queryPermission(name: 'camera' | 'microphone'): Promise<PermissionStatus | null> {
  try {
    return (await navigator.permissions?.query({ name: name as PermissionName })) ?? null;
  } catch {
    return null;
  }
}
