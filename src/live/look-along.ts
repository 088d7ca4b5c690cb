import { openLook } from '#db/look.ts';
import { type OrganisationScope, withOrganisation } from '#db/organisation-scope.ts';
import type { OrganisationId } from '#journey/ids.ts';

/** One of those who look at the same moment. */
type Looker = {
  readonly load: (scope: OrganisationScope) => Promise<unknown>;
  readonly done: (value: never) => void;
  readonly failed: (reason: unknown) => void;
};

type Line = {
  readonly waiting: Looker[];
  /** The look that is under way, or is about to begin; null when nobody waits. */
  look: Promise<void> | null;
};

/**
 * So long after a look the next one waits for more who come along. Nobody notices on a page where one waits, where hundreds may look each
 * moment; a seat is told at once.
 */
const restMilliseconds: Readonly<Record<string, number>> = { appointment: 100, visitor: 100 };

/** Of one change a seat is the first to know: who waits looks after the seats that look at that moment. */
const after: Readonly<Record<string, string>> = { appointment: 'team' };

/** More than this would keep the first of them waiting for the last. */
const mostAtOnce = 250;

const lines = new Map<string, Line>();

/**
 * Loads in a look at the database that is shared with everybody who asks in the same moment: one snapshot, one set of questions,
 * however many follow. Who asks while a look is under way gets the next one, so nobody is shown what was true before they asked.
 * @param kind of follower: those of one kind do not wait for those of another
 */
export function lookAlong<Value>(
  organisationId: OrganisationId,
  kind: string,
  load: (scope: OrganisationScope) => Promise<Value>,
): Promise<Value> {
  const name = nameOf(organisationId, kind);
  const line = lines.get(name) ?? { waiting: [], look: null };
  lines.set(name, line);
  return new Promise<Value>((done, failed) => {
    line.waiting.push({ load, done, failed });
    if (line.look === null) void lookUntilNobodyWaits(organisationId, kind, line);
  });
}

const nameOf = (organisationId: OrganisationId, kind: string) => `${organisationId}/${kind}`;

async function lookUntilNobodyWaits(organisationId: OrganisationId, kind: string, line: Line): Promise<void> {
  while (line.waiting.length > 0) {
    line.look = lookOnce(organisationId, kind, line);
    await line.look;
    const rest = line.waiting.length < mostAtOnce ? restMilliseconds[kind] : undefined;
    if (rest !== undefined) await new Promise((resolve) => void setTimeout(resolve, rest));
  }
  lines.delete(nameOf(organisationId, kind));
}

async function lookOnce(organisationId: OrganisationId, kind: string, { waiting }: Line): Promise<void> {
  // Whoever is told by the same word comes along.
  await new Promise((resolve) => void setImmediate(resolve));
  await lines.get(nameOf(organisationId, after[kind] ?? ''))?.look;
  await lookTogether(organisationId, waiting.splice(0, mostAtOnce));
}

async function lookTogether(organisationId: OrganisationId, lookers: readonly Looker[]): Promise<void> {
  try {
    const values = await withOrganisation(
      organisationId,
      (scope) => {
        const look = openLook(scope);
        return Promise.all(lookers.map(({ load }) => load(look)));
      },
      { isolationLevel: 'RepeatableRead' },
    );
    for (const [index, { done }] of lookers.entries()) done(values[index] as never);
  } catch (error) {
    for (const { failed } of lookers) failed(error);
  }
}
