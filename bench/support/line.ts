import type { BrowserContext } from 'playwright-core';
import type { LiveKitSettings } from '#adapters/livekit/video-rooms.ts';
import { startOwnProduct } from '../../scripts/testing/own-product.ts';
import { stack } from './stack.ts';

/** How the browsers of a measurement reach the product and the video server. */
export type Line = {
  readonly webPort: number;
  readonly livekit: LiveKitSettings;
  readonly browserArguments: readonly string[];
  /** Must be called before the first page of a window is opened. */
  readonly take: (context: BrowserContext) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** @param roundTripMilliseconds so much later everything comes, there and back; 0 is this machine's own network */
export async function openLine(roundTripMilliseconds: number): Promise<Line> {
  if (roundTripMilliseconds === 0) {
    const nothing = async () => {};
    const { webPort, livekit } = stack;
    return { webPort, livekit, browserArguments: [], take: nothing, close: nothing };
  }
  const product = await startOwnProduct(stack);
  const network = await product.openNetwork();
  network.setDelay(roundTripMilliseconds / 2);
  return {
    webPort: product.port,
    livekit: product.livekit,
    browserArguments: network.browserArguments,
    take: network.take,
    close: product.stop,
  };
}
