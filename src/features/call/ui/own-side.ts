import { LocalVideoTrack, type Room } from 'livekit-client';
import type { RoomRights } from '#ports/video-rooms.ts';
import type { CallChoices, ChoiceStore } from './call-choices.ts';
import { type LineWatch, watchLine } from './line-watch.ts';
import { openOtherCamera } from './other-camera.ts';
import { type Device, OwnMedia, type OwnMediaView } from './own-media.ts';
import { OwnShow, type OwnShowing, pickScreen, type ShowOutcome } from './own-show.ts';
import { receivePictures } from './people.ts';
import { holdSmall } from './picture-size.ts';
import { Publisher } from './publisher.ts';
import type { LineLevel } from './step-line.ts';

export type OwnSideView = OwnMediaView & {
  readonly showing: OwnShowing | null;
  /** How much of one's own picture the line carries. */
  readonly line: LineLevel;
  readonly soundOnly: boolean;
  /** The clerk took away the right to be seen. */
  readonly isStopped: boolean;
};

/** Why the camera on one's face rests: another one took its place, one wants no picture, the line carries none, one may not be seen. */
type RestReason = 'paper' | 'soundOnly' | 'line' | 'stopped';

/** All that one sends oneself, and what of it one wants: camera, microphone, what one shows. It outlives a connection. */
export class OwnSide {
  readonly #choices: ChoiceStore;
  readonly #media: OwnMedia;
  readonly #show: OwnShow;
  readonly #publisher: Publisher;
  readonly #onChange: () => void;
  readonly #restReasons = new Set<RestReason>();
  /** As the video server says; null while not connected. */
  rights: RoomRights | null = null;
  /** Signs are read from this picture: it goes out fluently before it goes out sharp. */
  signs = false;
  #room: Room | null = null;
  #line: LineLevel = 'full';
  #lineWatch: LineWatch | null = null;

  /** @param onChange called when something that the screen shows changed */
  constructor(choices: ChoiceStore, onChange: () => void) {
    this.#choices = choices;
    this.#onChange = onChange;
    this.#media = new OwnMedia(choices, () => {
      void this.publish();
      onChange();
    });
    this.#show = new OwnShow(() => this.#followShow());
    this.#publisher = new Publisher(this.#media, this.#show);
    if (choices.read().soundOnly) void this.#rest('soundOnly', true);
  }

  view(): OwnSideView {
    const { soundOnly } = this.#choices.read();
    return {
      ...this.#media.view(),
      showing: this.#show.view(),
      line: this.#line,
      soundOnly,
      isStopped: this.#isStopped,
    };
  }

  choices(): CallChoices {
    return this.#choices.read();
  }

  /** What the waiting room has open: published on admission, and untouched before. */
  expect(stream: MediaStream): void {
    this.#media.expect(stream);
  }

  adopt(stream: MediaStream): void {
    void this.#media.adopt(stream);
  }

  openDevices(wanted: Readonly<Record<Device, boolean>>): Promise<void> {
    return this.#media.open(wanted);
  }

  /** Whoever turns the camera on wants to be seen, whatever kept it back; but for a clerk who said no. */
  async turn(device: Device, on: boolean): Promise<void> {
    if (device === 'camera' && this.#isStopped) return;
    if (device === 'camera' && on && this.#restReasons.size > 0) {
      this.#choices.write({ cameraOn: true });
      if (this.#show.view()?.kind === 'paper') this.#show.stop();
      if (this.#choices.read().soundOnly) await this.setSoundOnly(false);
      this.#lineWatch?.trust();
      return;
    }
    await this.#media.turn(device, on);
  }

  async choose(kind: Device | 'speaker', id: string): Promise<void> {
    if (kind !== 'speaker') return this.#media.choose(kind, id);
    this.#choices.write({ speakerId: id });
    await this.#room?.switchActiveDevice('audiooutput', id).catch(() => false);
  }

  setLayout(layout: CallChoices['layout']): void {
    this.#choices.write({ layout });
    this.#onChange();
  }

  setNoiseSuppression(on: boolean): Promise<void> {
    return this.#media.suppressNoise(on);
  }

  /** Neither sends nor receives pictures of faces; the sound stays. */
  async setSoundOnly(on: boolean): Promise<void> {
    this.#choices.write({ soundOnly: on });
    if (on && this.#show.view()?.kind === 'paper') this.#show.stop();
    if (this.#room !== null) receivePictures(this.#room, !on);
    this.#onChange();
    await this.#rest('soundOnly', on);
  }

  /** Keeps to what the live view says of one's right to be seen. */
  stopPicture(isStopped: boolean): void {
    if (this.#isStopped === isStopped) return;
    if (isStopped) this.#restReasons.add('stopped');
    else this.#restReasons.delete('stopped');
    if (isStopped) this.#show.stop();
    void this.#media.rest(this.#restReasons.size > 0);
    this.#onChange();
  }

  get #isStopped(): boolean {
    return this.#restReasons.has('stopped');
  }

  /** Lets its user choose a screen to share. Must be called while they touch the page. */
  async shareScreen(): Promise<ShowOutcome> {
    const picked = await pickScreen();
    if (typeof picked === 'string') return picked;
    this.#show.show('screen', picked);
    return 'shown';
  }

  /** Shows a paper with another camera. Many phones open one at a time only: that on the face rests meanwhile. */
  async showPaper(): Promise<ShowOutcome> {
    this.#show.stop();
    const faceId = this.#media.view().deviceIds.camera;
    await this.#rest('paper', true);
    const picture = await openOtherCamera(faceId);
    if (picture === null) {
      await this.#rest('paper', false);
      return 'failed';
    }
    if (this.#choices.read().soundOnly) await this.setSoundOnly(false);
    this.#show.show('paper', picture);
    return 'shown';
  }

  stopShowing(): void {
    this.#show.stop();
  }

  /** A connection stands. */
  enter(room: Room): void {
    this.#room = room;
    this.receive();
  }

  /** Somebody sends something new: it is taken as one chose. */
  receive(): void {
    if (this.#room !== null && this.#choices.read().soundOnly) receivePictures(this.#room, false);
  }

  /** The connection is over; what is open stays open for the next one. */
  leaveRoom(): void {
    this.#lineWatch?.stop();
    this.#lineWatch = null;
    this.#followLine('full');
    this.#room = null;
    this.#publisher.forget();
  }

  /** Publishes what one has, as far as one may. */
  async publish(): Promise<void> {
    if (this.#room === null || this.rights === null) return;
    if (this.rights === 'converse') this.#watchLine(this.#room);
    await this.#publisher.publish(this.#room, this.rights, this.signs);
  }

  /** The right to be seen or to share a screen came or went. */
  followRights(): void {
    if (this.#room === null) return;
    this.#publisher.followRights(this.#room);
    void this.publish();
  }

  /** Lets go of everything, and of its lights. */
  close(): void {
    this.#show.stop();
    this.#media.close();
  }

  #watchLine(room: Room): void {
    const tracks = () => this.#media.tracks();
    this.#lineWatch ??= watchLine(room, tracks, (level) => this.#followLine(level));
  }

  #followLine(level: LineLevel): void {
    if (this.#line === level) return;
    this.#line = level;
    for (const track of this.#media.tracks()) {
      if (track instanceof LocalVideoTrack) holdSmall(track, level !== 'full');
    }
    void this.#rest('line', level === 'none');
    this.#onChange();
  }

  #followShow(): void {
    if (this.#room !== null) this.#publisher.withdraw(this.#room);
    if (this.#show.view()?.kind !== 'paper') void this.#rest('paper', false);
    void this.publish();
    this.#onChange();
  }

  async #rest(reason: RestReason, isSo: boolean): Promise<void> {
    if (isSo) this.#restReasons.add(reason);
    else this.#restReasons.delete(reason);
    await this.#media.rest(this.#restReasons.size > 0);
  }
}
