import { z } from 'zod';
import type { ServiceId } from '#journey/ids.ts';
import { id } from '../form-fields.ts';
import type { Change } from '../make-change.ts';
import { changeContent, discardDraft, publishForm, removeForm, seenForm } from './change-form.ts';
import { type ContentEdit, dropField, dropStep, moveField, moveStep } from './edit-content.ts';

/** A button of a form's outline: `up field k1`, `drop step k2`, `publish`. */
type Press =
  | {
      readonly kind: 'up' | 'down' | 'drop';
      readonly what: 'step' | 'field';
      readonly key: string;
    }
  | { readonly kind: 'publish' | 'discard' | 'remove' };

const press = z.string().transform((typed, context): Press => {
  const [, kind, what, key] = /^(up|down|drop) (step|field) ([a-z0-9]{1,24})$/.exec(typed) ?? [];
  if (key !== undefined) return { kind, what, key } as Press;
  if (typed === 'publish' || typed === 'discard' || typed === 'remove') return { kind: typed };
  context.addIssue({ code: 'custom', message: 'wrong' });
  return z.NEVER;
});

const pressForm = z.object({ ...seenForm, service: id<ServiceId>(), press });
export type Pressed = z.output<typeof pressForm>;

/** Null for what no button sends. */
export function readPress(form: FormData): Pressed | null {
  const read = pressForm.safeParse(Object.fromEntries(form));
  return read.success ? read.data : null;
}

/** What a button does. */
export function pressOutline({ press, ...seen }: Pressed): Change {
  if ('key' in press) return changeContent(seen, editOf(press));
  if (press.kind === 'publish') return publishForm(seen);
  return press.kind === 'discard' ? discardDraft(seen) : removeForm(seen);
}

function editOf({ kind, what, key }: Extract<Press, { key: string }>): ContentEdit {
  if (kind === 'drop') return what === 'step' ? dropStep(key) : dropField(key);
  return what === 'step' ? moveStep(key, kind) : moveField(key, kind);
}
