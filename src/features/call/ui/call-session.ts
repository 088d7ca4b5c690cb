import { ConnectionState, type RemoteVideoTrack } from 'livekit-client';
import type { ParticipantId, RoomName } from '#journey/ids.ts';
import { askAccess, askRights } from './ask-server.ts';
import type { ChoiceStore } from './call-choices.ts';
import { type CallCommand, type CallEvent, type CallState, closedCall, stepCall } from './call-machine.ts';
import { type EnteredRoom, enterRoom, rightsIn } from './enter-room.ts';
import { OwnSide, type OwnSideView } from './own-side.ts';
import { favourPicture, type OtherPerson, type Quality, qualityOf, readOthers } from './people.ts';

/** All that the screen of a call shows. */
export type CallSnapshot = {
  readonly call: CallState;
  readonly own: OwnSideView & { readonly quality: Quality; readonly isSpeaking: boolean };
  readonly others: readonly OtherPerson[];
  /** The browser plays nothing before its user touches the page. */
  readonly isPlaybackBlocked: boolean;
  /** Picture and sound go on, but word from the video server does not come through. */
  readonly isFaltering: boolean;
};

const steadyMilliseconds = 5_000;
const askAgainMilliseconds = 2_000;

/** One person's place in one conversation, in this browser: carries out what the machine decides. */
export class CallSession {
  readonly #address: string;
  readonly #choices: ChoiceStore;
  /** What one sends oneself. */
  readonly own: OwnSide;
  readonly #listeners = new Set<() => void>();
  readonly #pictureListeners = new Set<(track: RemoteVideoTrack) => void>();
  #state: CallState = closedCall;
  #entered: EnteredRoom | null = null;
  /** Counts attempts: whatever belongs to an earlier one is void. */
  #attempt = 0;
  #snapshot: CallSnapshot;
  #isShowing = false;
  /** Whose picture is kept large. */
  #favoured: ParticipantId | null = null;

  /** @param address where this browser's access to the room is given */
  constructor(address: string, choices: ChoiceStore) {
    this.#address = address;
    this.#choices = choices;
    this.own = new OwnSide(choices, () => this.#show());
    this.#snapshot = this.#read();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): CallSnapshot => this.#snapshot;

  /** Tells of somebody's picture at once, while `subscribe` tells of everything after the work at hand. */
  readonly followPictures = (listener: (track: RemoteVideoTrack) => void): (() => void) => {
    this.#pictureListeners.add(listener);
    return () => this.#pictureListeners.delete(listener);
  };

  /** Connects, or comes back. */
  open(): void {
    this.#tell({ type: 'opened' });
  }

  /** Keeps to what the live view says. */
  follow(room: RoomName, admitted: boolean): void {
    const { wanted } = this.#state;
    if (wanted?.room !== room || wanted.admitted !== admitted) this.#tell({ type: 'viewed', room, admitted });
  }

  /** Leaves by choice: out of the room, camera and microphone off. */
  leave(): void {
    this.#tell({ type: 'left' });
  }

  /** Whose picture is kept large on the screen: it goes before those of the others. */
  keepLarge(favoured: ParticipantId | null): void {
    if (this.#favoured === favoured) return;
    this.#favoured = favoured;
    if (this.#entered !== null) favourPicture(this.#entered.room, favoured);
  }

  /** Out of the conversation, to wait again: as if it had not begun, camera and microphone off. */
  startOver(): void {
    this.#tell({ type: 'sentBack' });
  }

  /** Must be called while its user touches the page. */
  async startPlayback(): Promise<void> {
    const room = this.#entered?.room;
    await Promise.allSettled([room?.startAudio(), room?.startVideo()]);
    this.#show();
  }

  #tell(event: CallEvent): void {
    const { state, commands } = stepCall(this.#state, event);
    this.#state = state;
    this.own.rights = state.rights;
    for (const command of commands) this.#obey(command);
    this.#show();
  }

  #obey(command: CallCommand): void {
    switch (command.do) {
      case 'connect':
        void this.#connect(command.afterMilliseconds);
        return;
      case 'disconnect':
        this.#disconnect();
        return;
      case 'publish':
        void this.own.publish();
        return;
      case 'settleRights':
        void this.#settle(command.afterMilliseconds);
        return;
      case 'watchPictures':
        this.#entered?.watch.arm();
        return;
      case 'releaseMedia':
        this.own.close();
    }
  }

  async #connect(afterMilliseconds: number): Promise<void> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    const isVoid = () => attempt !== this.#attempt;
    if (afterMilliseconds > 0) await wait(afterMilliseconds);
    if (isVoid()) return;
    const answer = await askAccess(this.#address);
    if (isVoid()) return;
    if (answer.kind === 'refused') return this.#tell({ type: 'refused', code: answer.code });
    if (answer.kind === 'unreachable') return this.#tell({ type: 'unreachable' });
    const entered = await enterRoom(answer.value, {
      tell: (event) => {
        if (!isVoid()) this.#tell(event);
      },
      changed: () => this.#show(),
      published: () => {
        this.own.receive();
        const room = this.#entered?.room;
        if (room !== undefined && this.#favoured !== null) favourPicture(room, this.#favoured);
      },
      permitted: () => this.own.followRights(),
      pictured: (track) => {
        for (const listener of this.#pictureListeners) listener(track);
      },
      speakerId: this.#choices.read().speakerId,
    }).catch(() => null);
    if (isVoid()) return void entered?.room.disconnect(false);
    if (entered === null) return this.#tell({ type: 'unreachable' });
    this.#entered = entered;
    this.own.enter(entered.room);
    this.#tell({ type: 'entered', room: answer.value.roomName, rights: rightsIn(entered.room) });
    await wait(steadyMilliseconds);
    if (!isVoid()) this.#tell({ type: 'steady' });
  }

  #disconnect(): void {
    this.#attempt += 1;
    this.#entered?.watch.stop();
    void this.#entered?.room.disconnect(false);
    this.#entered = null;
    this.own.leaveRoom();
  }

  async #settle(afterMilliseconds: number): Promise<void> {
    const attempt = this.#attempt;
    await wait(afterMilliseconds);
    const { phase, rights, wanted } = this.#state;
    const isSettled = phase !== 'connected' || rights === 'converse' || wanted?.admitted !== true;
    if (attempt !== this.#attempt || isSettled) return;
    await askRights(this.#address);
    void this.#settle(askAgainMilliseconds);
  }

  /** After the work at hand: painting must not hold back what goes to the video server. */
  #show(): void {
    if (this.#isShowing) return;
    this.#isShowing = true;
    setTimeout(() => {
      this.#isShowing = false;
      this.#snapshot = this.#read();
      for (const listener of this.#listeners) listener();
    });
  }

  #read(): CallSnapshot {
    const room = this.#entered?.room;
    return {
      call: this.#state,
      own: {
        ...this.own.view(),
        quality: room === undefined ? 'unknown' : qualityOf(room.localParticipant),
        isSpeaking: room?.localParticipant.isSpeaking ?? false,
      },
      others: room === undefined ? [] : readOthers(room),
      isPlaybackBlocked: room !== undefined && !(room.canPlaybackAudio && room.canPlaybackVideo),
      isFaltering: room?.state === ConnectionState.SignalReconnecting,
    };
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
