import { getTranslations } from 'next-intl/server';
import { readMessagePolicy } from '#db/message-policy.ts';
import { withOrganisation } from '#db/organisation-scope.ts';
import { momentName, reminderRows, reminderWays } from '#features/administration/change-message-rules.ts';
import type { FieldGroup, Option } from '#features/administration/edit-state.ts';
import { EditForm } from '#features/administration/ui/edit-form.tsx';
import type { MessagePolicy } from '#journey/message-policy.ts';
import { currentOrganisation } from '../../../current-request.ts';
import { editWords } from '../edit-words.ts';
import { sendRules } from './send-rules.ts';

/** The column in which the rules are changed. */
export async function EditRules() {
  const [t, words, { id }] = await Promise.all([
    getTranslations('messageTexts.rules'),
    editWords(),
    currentOrganisation(),
  ]);
  const policy = await withOrganisation(id, readMessagePolicy);
  return (
    <>
      <h2 className="mb-4 text-[1.25rem] leading-7">{t('edit')}</h2>
      <EditForm
        action={sendRules}
        cancelHref="/admin/messages"
        words={words}
        groups={[await describeReminders(policy), await describeWatch(policy)]}
      />
    </>
  );
}

async function describeReminders({ reminders }: MessagePolicy): Promise<FieldGroup> {
  const t = await getTranslations('messageTexts.rules');
  const options = reminderWays.map((ways) => ({ value: ways, text: t('ways', { ways }) }));
  return {
    key: 'reminders',
    title: t('reminders'),
    fields: reminderRows(reminders).map(({ moment, ways }, index) => ({
      kind: 'select',
      name: `reminder.${momentName(moment)}`,
      label: t('when', { days: moment.daysBefore, minutes: String(moment.minutesBefore) }),
      value: ways,
      options,
      ...(index === 0 && { hint: t('remindersHint') }),
    })),
  };
}

const unreadMinutes = [60, 120, 240, 480, 1440] as const;
const delayMinutes = [5, 10, 15, 20, 30, 45, 60] as const;

async function describeWatch(policy: MessagePolicy): Promise<FieldGroup> {
  const t = await getTranslations('messageTexts.rules');
  const { escalateUnreadMinutes: unread, delayNoticeMinutes: delay } = policy;
  const never: Option = { value: 'never', text: t('never') };
  return {
    key: 'watch',
    title: t('watch'),
    fields: [
      {
        kind: 'select',
        name: 'unread',
        label: t('unreadLabel'),
        hint: t('callHint'),
        value: String(unread ?? 'never'),
        options: [
          never,
          ...withOwn(unreadMinutes, unread).map((minutes) => ({
            value: String(minutes),
            text: t('when', { days: 0, minutes: String(minutes) }),
          })),
        ],
      },
      {
        kind: 'radios',
        name: 'bounced',
        label: t('bouncedLabel'),
        value: policy.escalateBounced ? 'yes' : 'no',
        options: [
          { value: 'yes', text: t('yes') },
          { value: 'no', text: t('no') },
        ],
      },
      {
        kind: 'select',
        name: 'delay',
        label: t('delayLabel'),
        hint: t('delayHint'),
        value: String(delay ?? 'never'),
        options: [
          never,
          ...withOwn(delayMinutes, delay).map((minutes) => ({
            value: String(minutes),
            text: t('minutes', { minutes }),
          })),
        ],
      },
    ],
  };
}

/** The usual numbers, with the one that holds among them. */
function withOwn(usual: readonly number[], own: number | null): readonly number[] {
  return [...new Set([...usual, ...(own === null ? [] : [own])])].sort((one, other) => one - other);
}
