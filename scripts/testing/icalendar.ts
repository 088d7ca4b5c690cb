import path from 'node:path';
import { projectRoot } from '../project.ts';
import { runToEnd } from '../stack/run.ts';
import { findPython } from './python-library.ts';

const libraries = ['icalendar==7.3.0', 'tzdata'];
/** An event as icalendar reads it; instants are ISO 8601 in UTC. */
export type ReadEvent = {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly summary: string;
  readonly location: string;
  readonly startAt: string;
  readonly endAt: string;
  /** Wall time at its start in the zone that was asked for: `2026-11-24T10:40`. */
  readonly startsOnWall: string;
  readonly alarms: number;
};

/**
 * Reads calendar files with icalendar, each in a zone of its own.
 * @throws Sentence when it is not there and cannot be installed
 */
export async function readWithIcalendar(
  files: readonly { readonly content: string; readonly timeZone: string }[],
): Promise<readonly (readonly ReadEvent[])[]> {
  const python = await findPython(libraries);
  const input = Buffer.from(JSON.stringify(files)).toString('base64');
  const script = path.join(projectRoot, 'scripts', 'testing', 'read-calendars.py');
  return JSON.parse(await runToEnd(python, [script, input])) as ReadEvent[][];
}
