import { getTranslations } from 'next-intl/server';
import type { StoredForm } from '#features/administration/forms/forms.data.ts';
import { type FormField, type FormStep, fieldKinds } from '#journey/forms/form-definition.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { IconButton } from '#shared/ui/icon-button.tsx';
import { iconChevronDown } from '#shared/ui/icons/chevron-down.ts';
import { iconChevronUp } from '#shared/ui/icons/chevron-up.ts';
import { iconPencil } from '#shared/ui/icons/pencil.ts';
import { iconPlus } from '#shared/ui/icons/plus.ts';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { Tag } from '#shared/ui/tag.tsx';
import { currentReader } from '../../../../../../current-reader.ts';
import { sendPress } from '../send-form.ts';
import { conditionWords } from './condition-words.ts';

/** The steps of a form with their questions. Everything in it is a link or a button of one plain form. */
export async function Outline({ form }: { form: StoredForm }) {
  const t = await getTranslations('admin.forms');
  const { steps } = form.content;
  return (
    <div className="grid max-w-[56rem] gap-4">
      <form action={sendPress} className="grid gap-4">
        <SeenForm form={form} />
        {steps.map((step, index) => (
          <StepCard key={step.key} form={form} step={step} index={index} />
        ))}
      </form>
      <div>
        <ButtonLink href="?add=step#edit" look="secondary" icon={iconPlus}>
          {t('addStep')}
        </ButtonLink>
      </div>
    </div>
  );
}

/** Which form a button is of, as it was when the page was made. */
export function SeenForm({ form: { id, serviceId, seen } }: { form: StoredForm }) {
  return (
    <>
      <input type="hidden" name="form" value={id} />
      <input type="hidden" name="service" value={serviceId} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
}

type StepProps = { form: StoredForm; step: FormStep; index: number };

async function StepCard({ form, step, index }: StepProps) {
  const [t, { say }, condition] = await Promise.all([
    getTranslations('admin.forms'),
    currentReader(),
    conditionWords(form.content, step.condition),
  ]);
  const { steps } = form.content;
  const title = t('step', { number: index + 1, title: say(step.title) });
  const { repeats } = step;
  return (
    <section
      id={`step-${step.key}`}
      tabIndex={-1}
      aria-labelledby={`title-${step.key}`}
      className="ring-none scroll-mt-4 rounded-md border border-line px-4 pt-2 pb-4"
    >
      <div className="flex flex-wrap items-center gap-1">
        <h2 id={`title-${step.key}`} className="mr-auto text-h3">
          {title}
        </h2>
        <a href={`?step=${step.key}#edit`} className="mr-2">
          {t('editStep')}
          <span className="sr-only">, {title}</span>
        </a>
        <Movers
          what="step"
          of={step.key}
          name={title}
          isFirst={index === 0}
          isLast={index === steps.length - 1}
        />
      </div>
      {condition && <p className="text-small text-ink-2">{condition}</p>}
      {repeats && (
        <p className="text-small text-ink-2">
          {t('repeatsText', { least: repeats.least, most: repeats.most, row: say(repeats.row) })}
        </p>
      )}
      <ol className="mt-2 grid">
        {step.fields.map((field, place) => (
          <FieldRow
            key={field.key}
            form={form}
            field={field}
            isFirst={index === 0 && place === 0}
            isLast={index === steps.length - 1 && place === step.fields.length - 1}
          />
        ))}
      </ol>
      <AddField step={step} title={say(step.title)} />
    </section>
  );
}

type FieldProps = { form: StoredForm; field: FormField; isFirst: boolean; isLast: boolean };

async function FieldRow({ form, field, isFirst, isLast }: FieldProps) {
  const [t, { say }, condition] = await Promise.all([
    getTranslations('admin.forms'),
    currentReader(),
    conditionWords(form.content, field.condition),
  ]);
  const label = say(field.label);
  return (
    <li
      id={`field-${field.key}`}
      tabIndex={-1}
      className="ring-none flex scroll-mt-4 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line py-1.5"
    >
      <span className="mr-auto min-w-0">
        <a href={`?field=${field.key}#edit`} className="font-semibold">
          {label}
        </a>{' '}
        <span className="text-ink-2">{t(`kinds.${field.kind}`)}</span>
        {condition && <span className="block text-small text-ink-2">{condition}</span>}
      </span>
      {field.isMandatory && <Tag>{t('mandatory')}</Tag>}
      {field.prefillFrom && (
        <Tag tone="info" icon={iconPencil}>
          {t(`prefills.${field.prefillFrom}`)}
        </Tag>
      )}
      <Movers what="field" of={field.key} name={label} isFirst={isFirst} isLast={isLast} />
    </li>
  );
}

type MoversProps = {
  what: 'step' | 'field';
  of: string;
  name: string;
  isFirst: boolean;
  isLast: boolean;
};

/** The buttons that move a step or a question, or take it away. */
async function Movers({ what, of, name, isFirst, isLast }: MoversProps) {
  const t = await getTranslations('admin.rows');
  const press = (kind: 'up' | 'down' | 'drop') => ({
    type: 'submit' as const,
    name: 'press',
    value: `${kind} ${what} ${of}`,
    label: `${t(kind)}, ${name}`,
  });
  return (
    <span className="flex gap-1">
      {!isFirst && <IconButton {...press('up')} icon={iconChevronUp} />}
      {!isLast && <IconButton {...press('down')} icon={iconChevronDown} />}
      <IconButton {...press('drop')} icon={iconTrash} />
    </span>
  );
}

async function AddField({ step, title }: { step: FormStep; title: string }) {
  const t = await getTranslations('admin.forms');
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <span id={`add-${step.key}`} className="text-ink-2">
        {t('addField', { step: title })}
      </span>
      <ul aria-labelledby={`add-${step.key}`} className="flex flex-wrap gap-x-3">
        {fieldKinds.map((kind) => (
          <li key={kind}>
            <a href={`?add=field&step=${step.key}&kind=${kind}#edit`}>{t(`kinds.${kind}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
