'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ConversationId, ServiceId } from '#journey/ids.ts';
import { Button } from '#shared/ui/button.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { ErrorSummary, type FieldProblem } from '#shared/ui/error-summary.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { reportLimit, serviceOutcomes } from '../ending.ts';

export type EndConversationProps = {
  conversationId: ConversationId;
  services: readonly { readonly id: ServiceId; readonly name: string }[];
  /** What the clerk noted while speaking. */
  report: string;
  onEnded: () => void;
  onCancel: () => void;
};

const formId = 'end-conversation';

/** Asks what came of each service, and ends the conversation for everybody. What was typed stays when sending fails. */
export function EndConversation({
  conversationId,
  services,
  report,
  onEnded,
  onCancel,
}: EndConversationProps) {
  const t = useTranslations('closing');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const outcomes = services.map(({ id }) => ({ serviceId: id, outcome: form.get(id) }));
    const open = services.filter(({ id }) => form.get(id) === null);
    setProblems(
      open.map(({ id, name }) => ({ fieldId: id, message: t('outcomeMissing', { service: name }) })),
    );
    if (open.length > 0) return;
    setBusy(true);
    const ended = await sendEnding(conversationId, { outcomes, report: String(form.get('report') ?? '') });
    setBusy(false);
    if (ended) onEnded();
    else setProblems([{ fieldId: 'report', message: t('notSent') }]);
  }

  const actions = (
    <>
      <Button type="submit" form={formId} look="danger" busy={busy} busyText={t('busy')}>
        {t('end')}
      </Button>
      <Button look="secondary" onClick={onCancel}>
        {t('goOn')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onCancel}
      title={t('title')}
      closeText={t('goOn')}
      actions={actions}
      width="wide"
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
        <p className="text-ink-2">{t('lead')}</p>
        <ErrorSummary title={t('problems')} problems={problems} submission={problems} />
        {services.map((service) => (
          <ChoiceField
            key={service.id}
            name={service.id}
            label={service.name}
            hint={t('outcomeHint')}
            error={problems.find(({ fieldId }) => fieldId === service.id)?.message}
            choices={serviceOutcomes.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) }))}
          />
        ))}
        <TextArea
          name="report"
          label={t('report')}
          hint={t('reportHint')}
          defaultValue={report}
          maxLength={reportLimit}
          rows={6}
        />
      </form>
    </Dialog>
  );
}

async function sendEnding(conversationId: ConversationId, ending: object): Promise<boolean> {
  const response = await fetch(`/api/seat/conversations/${conversationId}/end`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ending),
  }).catch(() => null);
  return response?.ok ?? false;
}
