import type { BrowserContext } from 'playwright-core';
import { type LineState, openCarriage } from './carriage.ts';
import { openTcpWay } from './tcp-way.ts';
import { openUdpWay } from './udp-way.ts';

/**
 * The network between one browser and the product, with all that networks do to people: late, narrow, cut, without UDP. Everything goes
 * over it: pages, events, the video server's word, picture and sound. It has an address of its own in 127.0.0.0/8, with the product's
 * ports; the browser is told to go there, and its video connection is too. The video server must wait to be called (ICE lite), and its word be
 * asked for by a name. Only picture and sound over TCP go directly, without this network's delays and cuts.
 */
export type Network = {
  /** What the browser must be started with. */
  readonly browserArguments: readonly string[];
  /** Must be called before the first page of the window is opened. */
  readonly take: (context: BrowserContext) => Promise<unknown>;
  readonly setDelay: (oneWayMilliseconds: number) => void;
  readonly setWidth: (bitsPerSecond: number | null) => void;
  readonly blockUdp: () => void;
  /** Nothing gets through, and nobody is told. */
  readonly cut: () => void;
  /** There again; connections from before are broken. */
  readonly mend: () => void;
  readonly close: () => void;
};

export type NetworkEnds = {
  readonly webPort: number;
  /** Where pages are served; asked at each connection, so that another server can take over. `webPort` when absent. */
  readonly webNow?: () => number;
  readonly videoPort: number;
  readonly videoUdpPort: number;
};

const here = '127.0.0.1';

/** @param address one of 127.0.0.0/8 that nothing else listens on */
export async function openNetwork(address: string, ends: NetworkEnds): Promise<Network> {
  const line: LineState = { delayMilliseconds: 0, bitsPerSecond: null, isCut: false, isUdpBlocked: false };
  const directions = { up: openCarriage(line), down: openCarriage(line) };
  const openTcp = (port: number, portNow = () => port) =>
    openTcpWay({ address, port }, () => ({ address: here, port: portNow() }), line, directions);
  const ways = await Promise.all([openTcp(ends.webPort, ends.webNow), openTcp(ends.videoPort)]);
  const port = ends.videoUdpPort;
  const udp = await openUdpWay({ address, port }, { address: here, port }, line, directions);
  return {
    // By its number the video server is called only where picture and sound go over TCP, and it must find that call at its own address.
    browserArguments: [`--host-resolver-rules=MAP * ${address}, EXCLUDE ${here}`],
    take: (context) => context.addInitScript(leadIceTo, { from: here, to: address }),
    setDelay: (milliseconds) => {
      line.delayMilliseconds = milliseconds;
    },
    setWidth: (bitsPerSecond) => {
      line.bitsPerSecond = bitsPerSecond;
    },
    blockUdp: () => {
      line.isUdpBlocked = true;
    },
    cut: () => {
      line.isCut = true;
    },
    mend: () => {
      for (const way of ways) way.breakAll();
      line.isCut = false;
    },
    close: () => {
      for (const way of ways) way.close();
      udp.close();
    },
  };
}

/** Runs in the page: for datagrams, where the video server says that it is, is where the network begins. */
function leadIceTo({ from, to }: { readonly from: string; readonly to: string }): void {
  const lead = (candidate: string) =>
    / udp /i.test(candidate) ? candidate.replace(` ${from} `, ` ${to} `) : candidate;
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    override addIceCandidate(given?: RTCIceCandidateInit | null): Promise<void> {
      if (!given?.candidate) return super.addIceCandidate(given);
      const { sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = given;
      const candidate = lead(given.candidate);
      return super.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
    }
    override setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
      return super.setRemoteDescription({ type, sdp: sdp.replace(/^a=candidate:.*$/gm, lead) });
    }
  };
}
