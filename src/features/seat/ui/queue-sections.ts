import type { AppointmentId } from '#journey/ids.ts';
import type { SeatEntry, SeatView } from '#journey/live-views.ts';

/** The parts of the queue, from top to bottom. */
export const queueSections = ['current', 'waiting', 'speaking', 'later', 'over'] as const;
export type QueueSection = (typeof queueSections)[number];

/** Which appointments stand in which part, in their order. */
export type QueueLayout = Readonly<Record<QueueSection, readonly AppointmentId[]>>;

/**
 * Where each appointment belongs now: who is there (or was a moment ago) keeps the place of the agreed time.
 * @param isShown leaves appointments out, such as those of other seats; the own conversation is always shown
 */
export function layOutQueue(
  view: SeatView,
  isShown: (entry: SeatEntry) => boolean = () => true,
): QueueLayout {
  const layout: Record<QueueSection, AppointmentId[]> = {
    current: [],
    waiting: [],
    speaking: [],
    later: [],
    over: [],
  };
  for (const entry of view.entries) {
    const section = sectionOf(entry, view);
    if (section === 'current' || isShown(entry)) layout[section].push(entry.appointmentId);
  }
  const turns = new Map(view.entries.map(({ appointmentId, turn }) => [appointmentId, turn]));
  return { ...layout, waiting: inTurn(layout.waiting, (id) => turns.get(id) ?? null) };
}

/** Who is next among those who are there; nobody when nobody is. */
export function findNext(entries: readonly SeatEntry[]): AppointmentId | undefined {
  const there = entries.filter(({ state }) => state === 'waiting');
  return inTurn(there, ({ turn }) => turn)[0]?.appointmentId;
}

/** Those whose turn is known change places among themselves only: who was there a moment ago keeps the place of the agreed time. */
function inTurn<Each>(all: readonly Each[], turnOf: (each: Each) => number | null): Each[] {
  const sorted = all
    .filter((each) => turnOf(each) !== null)
    .sort((a, b) => (turnOf(a) ?? 0) - (turnOf(b) ?? 0))
    .values();
  return all.map((each) => (turnOf(each) === null ? each : (sorted.next().value ?? each)));
}

function sectionOf({ appointmentId, state }: SeatEntry, view: SeatView): QueueSection {
  if (view.current?.appointmentId === appointmentId) return 'current';
  switch (state) {
    case 'waiting':
    case 'away':
      return 'waiting';
    case 'admitted':
      return 'speaking';
    case 'expected':
      return 'later';
    default:
      return 'over';
  }
}

/** Where the clerk's pointer and focus are in the queue. */
export type QueueHold = { readonly pointer: QueueSection | null; readonly focus: QueueSection | null };

type Freedom = 'free' | 'grows' | 'stays';

/**
 * The layout to show, such that nothing moves under the clerk's hand. Under the pointer and above it every row stays where it is,
 * also one that belongs elsewhere by now (it says so in words); the part in hand only grows at its end. Where the focus is,
 * rows stay too, since a row that moves to another part would drop it. Everything settles as soon as hand and focus are gone.
 */
export function settleLayout(shown: QueueLayout, due: QueueLayout, hold: QueueHold): QueueLayout {
  const freedom = (section: QueueSection): Freedom => {
    const place = queueSections.indexOf(section);
    if (hold.pointer !== null && place < queueSections.indexOf(hold.pointer)) return 'stays';
    return section === hold.pointer || section === hold.focus ? 'grows' : 'free';
  };
  const known = new Set(queueSections.flatMap((section) => due[section]));
  const kept = (section: QueueSection) =>
    freedom(section) === 'free' ? [] : shown[section].filter((id) => known.has(id));
  const placed = new Set(queueSections.flatMap(kept));
  const settled = queueSections.map((section) => {
    const added = freedom(section) === 'stays' ? [] : due[section].filter((id) => !placed.has(id));
    return [section, [...kept(section), ...added]] as const;
  });
  return Object.fromEntries(settled) as QueueLayout;
}

export function isSameLayout(a: QueueLayout, b: QueueLayout): boolean {
  return queueSections.every(
    (section) =>
      a[section].length === b[section].length && a[section].every((id, at) => id === b[section][at]),
  );
}

/** Who came in since the view before: not those who were only reconnecting, and nobody when the screen just opened. */
export function newArrivals(before: SeatView, after: SeatView): readonly SeatEntry[] {
  const wasThere = new Set(
    before.entries.filter(({ state }) => state !== 'expected').map(({ appointmentId }) => appointmentId),
  );
  return after.entries.filter(
    ({ state, appointmentId }) => state === 'waiting' && !wasThere.has(appointmentId),
  );
}
