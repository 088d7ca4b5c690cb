import { listOrganisations } from '#features/organisation/organisation.data.ts';
import { arrive } from '#features/waiting-room/arrive.ts';
import { depart, departFrom } from '#features/waiting-room/depart.ts';
import type { OrganisationId, VisitId } from '#journey/ids.ts';
import type { Clock } from '#ports/clock.ts';
import { log, logUnexpected } from '#shared/log.ts';
import { forgetDeadNodes, listDeadNodes } from './node-lease.ts';

/**
 * Presence is the connection itself: whoever's page follows its stream here is there. Only arrivals and departures are written.
 * A departure waits a little, so that a reload does not blink; several tabs of one visit are one presence.
 */

const sweepMilliseconds = 2_000;

export type PresenceSettings = {
  readonly nodeId: string;
  readonly clock: Clock;
  /** How long somebody without a connection is still there. */
  readonly graceMilliseconds: number;
};

/** One connection of a visit's page. */
export type Attendance = {
  /**
   * Told whatever the page was shown: whether it counts as being in the waiting room, and whether that is written down. Another node
   * may have written a departure while this connection stands; then the arrival is written again.
   */
  readonly shown: (loaded: { readonly attends: boolean; readonly arrived: boolean }) => void;
  readonly left: () => void;
};

export type Presence = {
  readonly attend: (organisationId: OrganisationId, visitId: VisitId) => Attendance;
  /** Writes the departure of everybody who was connected to a node that died. */
  readonly sweep: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => void;
};

type Attended = {
  readonly organisationId: OrganisationId;
  readonly visitId: VisitId;
  connections: number;
  /** This node wrote the arrival, and answers for the departure. */
  held: boolean;
  arriving: boolean;
  grace: NodeJS.Timeout | undefined;
  /** One write after another. */
  writing: Promise<void>;
};

/** Keeps the presences of the connections of one node. */
export function keepPresence({ nodeId, clock, graceMilliseconds }: PresenceSettings): Presence {
  const attended = new Map<string, Attended>();
  const swept = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function write(visit: Attended, work: typeof arrive): Promise<boolean> {
    const { organisationId, visitId } = visit;
    const written = visit.writing.then(async () => {
      try {
        await work({ organisationId, visitId, nodeId, now: clock.now() });
        return true;
      } catch (error) {
        logUnexpected(error, 'presence');
        return false;
      }
    });
    visit.writing = written.then(() => {});
    return written;
  }

  async function writeArrival(visit: Attended): Promise<void> {
    if (visit.arriving) return;
    visit.arriving = true;
    visit.held = await write(visit, arrive);
    visit.arriving = false;
  }

  async function writeDeparture(key: string, visit: Attended): Promise<void> {
    if (visit.held || visit.arriving) await write(visit, depart);
    if (visit.connections === 0) attended.delete(key);
    else visit.held = false;
  }

  function attend(organisationId: OrganisationId, visitId: VisitId): Attendance {
    const key = `${organisationId}/${visitId}`;
    const visit = attended.get(key) ?? newlyAttended(organisationId, visitId);
    attended.set(key, visit);
    visit.connections += 1;
    clearTimeout(visit.grace);
    return {
      shown: ({ attends, arrived }) => {
        if (attends && visit.connections > 0 && !(visit.held && arrived)) void writeArrival(visit);
      },
      left: () => {
        visit.connections -= 1;
        if (visit.connections > 0) return;
        visit.grace = setTimeout(() => void writeDeparture(key, visit), graceMilliseconds);
      },
    };
  }

  async function sweep(): Promise<void> {
    const dead = await listDeadNodes();
    for (const id of swept) if (!dead.includes(id)) swept.delete(id);
    const fresh = dead.filter((id) => !swept.has(id));
    if (fresh.length > 0) {
      for (const { id } of await listOrganisations()) await departFrom(id, fresh, clock.now());
      for (const id of fresh) swept.add(id);
    }
    if (dead.length > 0) await forgetDeadNodes();
  }

  return {
    attend,
    sweep,
    start: () => {
      timer = setInterval(
        () => void sweep().catch(() => log.warn('presences could not be swept')),
        sweepMilliseconds,
      );
    },
    stop: () => {
      clearInterval(timer);
      // Not departed: their pages are at another node by now, or this node's lease runs out.
      for (const visit of attended.values()) clearTimeout(visit.grace);
      attended.clear();
    },
  };
}

function newlyAttended(organisationId: OrganisationId, visitId: VisitId): Attended {
  return {
    organisationId,
    visitId,
    connections: 0,
    held: false,
    arriving: false,
    grace: undefined,
    writing: Promise.resolve(),
  };
}
