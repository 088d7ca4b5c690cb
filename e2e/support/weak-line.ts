import type { Page } from 'playwright-core';

/** Lets a page's browser measure another line than it has: what it says it can send, in bits per second. */
export async function measureLineAs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const measure = RTCRtpSender.prototype.getStats;
    RTCRtpSender.prototype.getStats = async function getStats() {
      const report = await measure.call(this);
      const { measuredLine } = globalThis as { measuredLine?: number };
      if (measuredLine === undefined) return report;
      const changed = new Map<string, object>();
      report.forEach((figure: { id: string; type: string }) => {
        const isPair = figure.type === 'candidate-pair';
        changed.set(figure.id, isPair ? { ...figure, availableOutgoingBitrate: measuredLine } : figure);
      });
      return changed as unknown as RTCStatsReport;
    };
  });
}

/** @param bitsPerSecond null for the line as it is */
export function setMeasuredLine(page: Page, bitsPerSecond: number | null): Promise<void> {
  return page.evaluate((measured) => {
    Object.assign(globalThis, { measuredLine: measured ?? undefined });
  }, bitsPerSecond);
}
