import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { withOrganisation } from '#db/organisation-scope.ts';
import { findForm } from '#features/administration/forms/forms.data.ts';
import { rowsOf } from '#journey/forms/form-answers.ts';
import type { FormContent, FormStep } from '#journey/forms/form-definition.ts';
import { type FormId, parseId } from '#journey/ids.ts';
import { type Language, localize } from '#journey/language.ts';
import { localDateAt } from '#journey/local-time.ts';
import { epochMilliseconds } from '#journey/time.ts';
import { StepFields } from '#panels/forms/ui/step-fields.tsx';
import { freshStep, viewStep } from '#panels/forms/ui/step-view.ts';
import { loadMessages } from '#shared/i18n/load-messages.ts';
import { Segments } from '#shared/ui/segments.tsx';
import { clock } from '../../../../../../../../wiring.ts';
import { type Query, readQuery } from '../../../../../../../(citizen)/read-query.ts';
import { currentOrganisation } from '../../../../../../../current-request.ts';
import { AdminPage, NotForYou } from '../../../../../admin-page.tsx';
import { currentAdministrator } from '../../../../../current-administrator.ts';
import { conditionWords } from '../condition-words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.forms'))('preview') };
}

type Props = { params: Promise<{ id: string; form: string }>; searchParams: Promise<Query> };

/** A form as citizens see it, in one of the organisation's languages; every step, also those that not everybody is asked. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ id, form: formId }, search, organisation] = await Promise.all([
    params,
    searchParams,
    currentOrganisation(),
  ]);
  const address = `/admin/services/${encodeURIComponent(id)}/forms/${encodeURIComponent(formId)}`;
  const actor = await currentAdministrator(`${address}/preview`);
  if (actor === null) return <NotForYou />;
  const parsed = parseId<FormId>(formId);
  const form = parsed && (await withOrganisation(actor.organisationId, (scope) => findForm(scope, parsed)));
  if (form === null || form.serviceId !== id) notFound();
  const [t, names] = await Promise.all([getTranslations('admin.forms'), getTranslations('common.languages')]);
  const { language: asked } = readQuery(search, ['language']);
  const language = organisation.languages.find((each) => each === asked) ?? organisation.defaultLanguage;
  return (
    <AdminPage section="services" title={t('preview')}>
      <p className="mb-4">
        <a href={address}>{t('previewBack')}</a>
      </p>
      <div className="mb-5 flex">
        <Segments
          label={t('previewLanguage')}
          segments={organisation.languages.map((key) => ({
            key,
            text: names(key),
            href: `${address}/preview?language=${key}`,
            current: key === language,
          }))}
        />
      </div>
      <PreviewedForm content={form.content} language={language} />
    </AdminPage>
  );
}

type PreviewedProps = { content: FormContent; language: Language };

async function PreviewedForm({ content, language }: PreviewedProps) {
  const { formOfAddress, timeZone } = await currentOrganisation();
  const say = (text: FormContent['title']) => localize(text, language, formOfAddress);
  const { common, forms } = loadMessages(language, formOfAddress);
  return (
    <NextIntlClientProvider locale={language} timeZone={timeZone} messages={{ common, forms }}>
      <div lang={language} className="grid max-w-text gap-6">
        <h2 className="text-[1.25rem] leading-7">{say(content.title)}</h2>
        {content.intro && <p>{say(content.intro)}</p>}
        {content.steps.map((step) => (
          <PreviewedStep key={step.key} content={content} step={step} say={say} />
        ))}
      </div>
    </NextIntlClientProvider>
  );
}

type StepProps = { content: FormContent; step: FormStep; say: (text: FormContent['title']) => string };

async function PreviewedStep({ content, step, say }: StepProps) {
  const [{ timeZone }, condition] = await Promise.all([
    currentOrganisation(),
    conditionWords(content, step.condition),
  ]);
  const today = localDateAt(epochMilliseconds(clock.now()), timeZone);
  const rows =
    step.repeats === null ? [{}] : [...rowsOf(step, {}), ...(step.repeats.least === 0 ? [{}] : [])];
  return (
    <section aria-labelledby={`preview-${step.key}`} className="border-t border-line pt-4">
      <h3 id={`preview-${step.key}`} className="text-h3">
        {say(step.title)}
      </h3>
      {condition && <p className="text-small text-ink-2">{condition}</p>}
      {step.text && <p className="mt-1">{say(step.text)}</p>}
      <div className="mt-3 grid gap-5">
        <StepFields view={viewStep(step, { say }, { known: {}, today })} state={freshStep(rows, 0)} />
      </div>
    </section>
  );
}
