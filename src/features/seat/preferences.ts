import { z } from 'zod';
import { withOrganisation } from '#db/organisation-scope.ts';
import type { StaffActor } from '#journey/actor.ts';
import { mayDo } from '#journey/permissions.ts';
import { fail, type Result, succeed } from '#journey/result.ts';
import {
  applyOwn,
  type OwnShortcuts,
  problemOf,
  type ShortcutAction,
  shortcutActions,
} from '#shared/keyboard/shortcuts.ts';
import { alertChoices, readAlertChoices } from './alert-choices.ts';
import type { AlertChoices } from './alert-kinds.ts';
import { readKeptPreferences, savePreferences } from './preferences.data.ts';

/** What a clerk chose for the seat, at whatever seat and in whatever browser. */
export type SeatPreferences = { readonly alerts: AlertChoices; readonly shortcuts: OwnShortcuts };

/** One part of them, as it is to be from now on. */
export const preferenceChange = z.union([
  z.strictObject({ alerts: alertChoices }),
  z.strictObject({
    shortcuts: z.partialRecord(
      z.enum(shortcutActions as [ShortcutAction, ...ShortcutAction[]]),
      z.string().min(1).max(40).nullable(),
    ),
  }),
]);
export type PreferenceChange = z.output<typeof preferenceChange>;

export function readPreferences(actor: StaffActor): Promise<SeatPreferences> {
  return withOrganisation(actor.organisationId, async (scope) => {
    const kept = await readKeptPreferences(scope, actor.staffMemberId);
    return { alerts: readAlertChoices(kept.alerts), shortcuts: readOwnShortcuts(kept.shortcuts) };
  });
}

/** Actions that are gone, and keys that could no longer be chosen, are left out. */
function readOwnShortcuts(kept: unknown): OwnShortcuts {
  const known = z.record(z.string(), z.string().nullable()).safeParse(kept).data ?? {};
  const own = Object.fromEntries(
    shortcutActions.flatMap((action) => {
      const keys = known[action];
      return keys === undefined ? [] : [[action, keys]];
    }),
  ) as OwnShortcuts;
  return isSound(own) ? own : {};
}

/** Every action has keys that it may have, and no two the same. */
function isSound(own: OwnShortcuts): boolean {
  const all = applyOwn(own);
  return shortcutActions.every((action) => {
    const keys = all[action];
    return keys === null || problemOf(all, action, keys) === null;
  });
}

export type PreferenceFailure = { readonly code: 'notFound' } | { readonly code: 'shortcutsClash' };

/** Keeps a clerk's choice for every seat and browser. */
export async function keepPreferences(
  actor: StaffActor,
  change: PreferenceChange,
): Promise<Result<null, PreferenceFailure>> {
  if (!mayDo(actor, 'workAtSeat')) return fail({ code: 'notFound' });
  if ('shortcuts' in change && !isSound(change.shortcuts)) return fail({ code: 'shortcutsClash' });
  await withOrganisation(actor.organisationId, (scope) =>
    savePreferences(scope, actor.staffMemberId, change),
  );
  return succeed(null);
}
