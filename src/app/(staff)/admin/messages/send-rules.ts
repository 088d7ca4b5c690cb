'use server';

import { changeMessageRules, messageRulesForm } from '#features/administration/change-message-rules.ts';
import type { EditState } from '#features/administration/edit-state.ts';
import { sendEdit } from '../send-edit.ts';

/** Takes the form of the rules by which messages go out. */
export async function sendRules(previous: EditState, form: FormData): Promise<EditState> {
  return sendEdit(previous, form, {
    schema: messageRulesForm,
    toChange: changeMessageRules,
    back: () => '/admin/messages',
  });
}
