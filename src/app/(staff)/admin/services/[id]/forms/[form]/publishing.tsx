import { getTranslations } from 'next-intl/server';
import type { StoredForm } from '#features/administration/forms/forms.data.ts';
import { type FormFlaw, findFlaws } from '#journey/forms/form-flaws.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconTrash } from '#shared/ui/icons/trash.ts';
import { iconUndo2 } from '#shared/ui/icons/undo-2.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { currentReader } from '../../../../../../current-reader.ts';
import { sendPress } from '../send-form.ts';
import { SeenForm } from './outline.tsx';

/** What can be done with the form as a whole: publish it once nothing is wrong with it, forget its changes, take it away. */
export async function Publishing({ form }: { form: StoredForm }) {
  const t = await getTranslations('admin.forms');
  const flaws = form.isDraft ? findFlaws(form.content) : [];
  return (
    <form action={sendPress} className="mt-6 grid max-w-[56rem] gap-5 border-t border-line pt-5">
      <SeenForm form={form} />
      {flaws.length > 0 && <Flaws form={form} flaws={flaws} />}
      {form.isDraft && (
        <div className="grid gap-2">
          {flaws.length === 0 && <p className="text-ink-2">{t('publishHint')}</p>}
          <div className="flex flex-wrap gap-3">
            {flaws.length === 0 && (
              <Button type="submit" name="press" value="publish">
                {t('publish')}
              </Button>
            )}
            {form.publishedVersion !== null && (
              <Button type="submit" name="press" value="discard" look="secondary" icon={iconUndo2}>
                {t('discard')}
              </Button>
            )}
          </div>
        </div>
      )}
      <div className="grid justify-items-start gap-2">
        <p className="text-ink-2">{t('removeHint')}</p>
        <Button type="submit" name="press" value="remove" look="danger" icon={iconTrash}>
          {t('remove')}
        </Button>
      </div>
    </form>
  );
}

async function Flaws({ form, flaws }: { form: StoredForm; flaws: readonly FormFlaw[] }) {
  const [t, { say }] = await Promise.all([getTranslations('admin.forms.flaws'), currentReader()]);
  const { steps } = form.content;
  const whereOf = (flaw: FormFlaw) => {
    const step = steps.find(({ key }) => key === flaw.step);
    const field = step?.fields.find(({ key }) => key === flaw.field);
    return field === undefined
      ? { what: say(step?.title ?? form.content.title), href: `#step-${flaw.step}` }
      : { what: say(field.label), href: `#field-${field.key}` };
  };
  return (
    <Notice kind="info" title={t('title')}>
      <ul className="list-disc pl-5">
        {flaws.map((flaw) => {
          const { what, href } = whereOf(flaw);
          const words = t(wordsOf(flaw), { what });
          return (
            <li key={`${flaw.code} ${flaw.step} ${flaw.field}`}>
              {flaw.step === null ? words : <a href={href}>{words}</a>}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

const own = ['noSteps', 'stepEmpty', 'conditionGone', 'prefillWrong'] as const;

/** The others cannot come of these pages; they have one sentence together. */
const wordsOf = ({ code }: FormFlaw) => own.find((each) => each === code) ?? 'other';
