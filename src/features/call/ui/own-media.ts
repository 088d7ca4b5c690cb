import {
  type AudioCaptureOptions,
  LocalAudioTrack,
  LocalVideoTrack,
  Track,
  TrackEvent,
} from 'livekit-client';
import {
  type DeviceProblem,
  microphoneConstraints,
  type OpenedDevice,
  openDevices,
  problemOf,
} from '#shared/media/open-devices.ts';
import type { ChoiceStore } from './call-choices.ts';

/** `closed`: not opened yet. `off`: by choice; a camera that is off is closed, its light too. */
export type DeviceState = 'closed' | 'opening' | 'on' | 'off' | DeviceProblem;
export type Device = 'camera' | 'microphone';

export type OwnMediaView = {
  readonly camera: DeviceState;
  readonly microphone: DeviceState;
  readonly picture: LocalVideoTrack | null;
  /** The devices in use, as the browser names them. */
  readonly deviceIds: Readonly<Record<Device, string | null>>;
};

type OwnTrack = LocalVideoTrack | LocalAudioTrack;
const both: readonly Device[] = ['camera', 'microphone'];

/** One's own camera and microphone, apart from any connection: they outlive a reconnection. */
export class OwnMedia {
  readonly #choices: ChoiceStore;
  readonly #onChange: () => void;
  readonly #tracks = new Map<Device, OwnTrack>();
  readonly #problems = new Map<Device, DeviceProblem>();
  readonly #busy = new Set<Device>();
  #expected: MediaStream | null = null;
  #isResting = false;

  /** @param onChange called after every change; tracks that can be published may have come */
  constructor(choices: ChoiceStore, onChange: () => void) {
    this.#choices = choices;
    this.#onChange = onChange;
  }

  /** Opens what is wanted and not open yet. The browser may ask its user. */
  async open(wanted: Readonly<Record<Device, boolean>>): Promise<void> {
    const devices = both.filter(
      (device) =>
        wanted[device] &&
        !this.#tracks.has(device) &&
        !this.#busy.has(device) &&
        !(device === 'camera' && this.#isResting),
    );
    if (devices.length === 0) return;
    for (const device of devices) this.#busy.add(device);
    this.#onChange();
    const { cameraId, microphoneId, noiseSuppression } = this.#choices.read();
    const opened = await openDevices({
      camera: devices.includes('camera') ? { id: cameraId } : null,
      microphone: devices.includes('microphone') ? { id: microphoneId, noiseSuppression } : null,
    });
    for (const device of devices) {
      // Closed while the browser asked: nobody wants it any more.
      if (this.#busy.delete(device)) this.#take(device, opened[device]);
      else if (opened[device] && 'track' in opened[device]) opened[device].track.stop();
    }
    this.#choices.write({ opened: true });
    if (!this.#choices.read().microphoneOn) await this.#tracks.get('microphone')?.mute();
    this.#onChange();
  }

  /** Keeps in sight what the waiting room has open. It stays the waiting room's until there is something to publish it for. */
  expect(stream: MediaStream): void {
    this.#expected = stream;
  }

  /** Takes over what the waiting room opened: from now on it belongs to the call. What was turned off there stays off. */
  async adopt(stream: MediaStream): Promise<void> {
    this.#expected = null;
    await this.#adoptTrack('camera', stream.getVideoTracks()[0]);
    await this.#adoptTrack('microphone', stream.getAudioTracks()[0]);
    this.#choices.write({ opened: true });
    this.#onChange();
  }

  async turn(device: Device, on: boolean): Promise<void> {
    this.#choices.write(device === 'camera' ? { cameraOn: on } : { microphoneOn: on });
    const track = this.#tracks.get(device);
    if (track === undefined) {
      if (on) await this.open({ camera: device === 'camera', microphone: device === 'microphone' });
      return;
    }
    await this.#change(device, () => (on ? track.unmute() : track.mute()));
  }

  /**
   * Lets the camera rest for a while, whatever was chosen for it: its place is taken, or the line does not carry a picture. Afterwards
   * it is as it was chosen.
   */
  async rest(isResting: boolean): Promise<void> {
    if (this.#isResting === isResting) return;
    this.#isResting = isResting;
    const camera = this.#tracks.get('camera');
    if (isResting) {
      if (camera !== undefined && !camera.isMuted) await this.#change('camera', () => camera.mute());
      return;
    }
    const { cameraOn, opened } = this.#choices.read();
    if (!cameraOn) return;
    if (camera !== undefined) await this.#change('camera', () => camera.unmute());
    else if (opened) await this.open({ camera: true, microphone: false });
  }

  /** Microphone with the browser's suppression of noise, or without. */
  async suppressNoise(on: boolean): Promise<void> {
    this.#choices.write({ noiseSuppression: on });
    const microphone = this.#tracks.get('microphone');
    if (!(microphone instanceof LocalAudioTrack)) return;
    const { deviceId } = microphone.mediaStreamTrack.getSettings();
    const clean = { ...microphoneConstraints(null, on), deviceId };
    await this.#change('microphone', () => microphone.restartTrack(clean as AudioCaptureOptions));
  }

  /** What is sent of sound and picture, for figures of the connection. */
  tracks(): readonly OwnTrack[] {
    return [...this.#tracks.values()];
  }

  /** Goes over to another device; one that is off does so when it is turned on. */
  async choose(device: Device, id: string): Promise<void> {
    this.#choices.write(device === 'camera' ? { cameraId: id } : { microphoneId: id });
    const track = this.#tracks.get(device);
    if (track !== undefined) await this.#change(device, () => track.setDeviceId({ exact: id }));
  }

  /** What there is to publish now. A camera that is off has nothing to show. */
  async publishable(): Promise<readonly OwnTrack[]> {
    if (this.#expected !== null) await this.adopt(this.#expected);
    return [...this.#tracks.values()].filter(
      (track) => isLive(track) && !(track instanceof LocalVideoTrack && track.isMuted),
    );
  }

  view(): OwnMediaView {
    const camera = this.#tracks.get('camera');
    const isShown = camera instanceof LocalVideoTrack && !camera.isMuted && isLive(camera);
    return {
      camera: this.#stateOf('camera'),
      microphone: this.#stateOf('microphone'),
      picture: isShown ? camera : null,
      deviceIds: { camera: this.#deviceIdOf('camera'), microphone: this.#deviceIdOf('microphone') },
    };
  }

  /** Lets go of both, and of their lights. */
  close(): void {
    this.#expected = null;
    this.#busy.clear();
    for (const track of this.#tracks.values()) {
      track.removeAllListeners();
      track.detach();
      track.stop();
    }
    this.#tracks.clear();
    this.#onChange();
  }

  async #adoptTrack(device: Device, track: MediaStreamTrack | undefined): Promise<void> {
    if (track?.readyState !== 'live' || this.#tracks.has(device)) return;
    const isOn = track.enabled;
    this.#choices.write(device === 'camera' ? { cameraOn: isOn } : { microphoneOn: isOn });
    // A camera that is off is closed; turning it on opens it again.
    if (device === 'camera' && (!isOn || this.#isResting)) {
      track.stop();
      return;
    }
    this.#take(device, { track });
    if (device === 'microphone' && !this.#choices.read().noiseSuppression) await this.suppressNoise(false);
    if (!isOn) await this.#tracks.get(device)?.mute();
  }

  #take(device: Device, opened: OpenedDevice): void {
    this.#problems.delete(device);
    if (opened === null) return;
    if ('problem' in opened) {
      this.#problems.set(device, opened.problem);
      return;
    }
    const track = wrap(device, opened.track);
    for (const event of [TrackEvent.Muted, TrackEvent.Unmuted, TrackEvent.Ended, TrackEvent.Restarted]) {
      track.on(event as TrackEvent.Muted, this.#onChange);
    }
    this.#tracks.set(device, track);
  }

  async #change(device: Device, change: () => Promise<unknown>): Promise<void> {
    this.#problems.delete(device);
    this.#busy.add(device);
    this.#onChange();
    try {
      await change();
    } catch (error) {
      this.#problems.set(device, problemOf(error));
    }
    this.#busy.delete(device);
    this.#onChange();
  }

  #deviceIdOf(device: Device): string | null {
    return this.#tracks.get(device)?.mediaStreamTrack.getSettings().deviceId ?? null;
  }

  #stateOf(device: Device): DeviceState {
    const track = this.#tracks.get(device);
    const problem = this.#problems.get(device);
    if (this.#busy.has(device)) return 'opening';
    if (problem !== undefined) return problem;
    if (track === undefined) return 'closed';
    if (track.isMuted) return 'off';
    return isLive(track) ? 'on' : 'missing';
  }
}

/** The library may close a camera that is turned off and open it again: the track is its own. */
function wrap(device: Device, track: MediaStreamTrack): OwnTrack {
  const own =
    device === 'camera'
      ? new LocalVideoTrack(track, undefined, false)
      : new LocalAudioTrack(track, undefined, false);
  own.source = device === 'camera' ? Track.Source.Camera : Track.Source.Microphone;
  return own;
}

function isLive(track: OwnTrack): boolean {
  return track.mediaStreamTrack.readyState === 'live';
}
