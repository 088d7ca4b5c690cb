/** How a line carries: how late, how much, and whether at all. Applies to what is sent from then on. */
export type LineState = {
  /** One way. */
  delayMilliseconds: number;
  /** Each way; null carries everything at once. */
  bitsPerSecond: number | null;
  isCut: boolean;
  /** Many a company's and hotel's network lets no UDP through. */
  isUdpBlocked: boolean;
};

/** One direction of a line: everything on it, of all connections, shares its width and keeps its order. */
export type Carriage = {
  /** How long the next byte would wait for those before it. */
  readonly backlogMilliseconds: () => number;
  readonly carry: (bytes: number, deliver: () => void) => void;
};

export function openCarriage(line: Readonly<LineState>): Carriage {
  const waiting: { readonly at: number; readonly deliver: () => void }[] = [];
  let freeAt = 0;
  let isTimed = false;

  function deliverAt(at: number): void {
    if (isTimed) return;
    isTimed = true;
    setTimeout(deliverDue, Math.max(at - performance.now(), 0));
  }

  function deliverDue(): void {
    isTimed = false;
    while (waiting[0] !== undefined && waiting[0].at <= performance.now()) waiting.shift()?.deliver();
    const next = waiting[0];
    if (next !== undefined) deliverAt(next.at);
  }

  return {
    backlogMilliseconds: () => Math.max(freeAt - performance.now(), 0),
    carry: (bytes, deliver) => {
      const now = performance.now();
      const width = line.bitsPerSecond;
      freeAt = Math.max(freeAt, now) + (width === null ? 0 : (bytes * 8_000) / width);
      const at = Math.max(freeAt + line.delayMilliseconds, waiting.at(-1)?.at ?? 0);
      if (at <= now) return deliver();
      waiting.push({ at, deliver });
      deliverAt(at);
    },
  };
}
