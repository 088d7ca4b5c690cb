import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '#features/administration/edit-state.ts';
import type { StoredQuestion } from '#features/administration/service-questions.data.ts';
import { fingerprintOf, type ServiceTexts } from '#features/administration/service-texts.data.ts';
import { RowsForm } from '#features/administration/ui/rows-form.tsx';
import { type LocalizedText, languages } from '#journey/language.ts';
import { questionKinds } from '#journey/preparatory-questions.ts';
import { type Query, readQuery } from '../../../../../(citizen)/read-query.ts';
import { editWords } from '../../../edit-words.ts';
import { localizedFields } from '../../../localized-fields.ts';
import { localizedValues } from '../localized-values.ts';
import { rowsWords, TextsPage } from '../texts-page.tsx';
import { sendQuestions } from './send-questions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.serviceTexts'))('questions') };
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/** What citizens answer before the conversation about a service. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  return (
    <TextsPage id={id} current="questions" saved={readQuery(query, ['saved']).saved}>
      {(texts) => <QuestionsForm texts={texts} />}
    </TextsPage>
  );
}

async function QuestionsForm({ texts: { id, questions } }: { texts: ServiceTexts }) {
  const [t, words, buttons, toRow] = await Promise.all([
    getTranslations('admin.serviceTexts'),
    editWords(),
    rowsWords(),
    rowMaker(),
  ]);
  const seen = fingerprintOf(questions);
  return (
    <RowsForm
      key={seen}
      action={sendQuestions}
      words={words}
      rowsWords={buttons}
      cancelHref={`/admin/services/${id}/questions`}
      parts={[
        {
          kind: 'rows',
          rows: {
            key: 'questions',
            title: t('questions'),
            hint: t('questionsHint'),
            none: t('questionsNone'),
            add: t('questionsAdd'),
            row: t('questionsRow'),
            fields: await describeRow(),
            rows: questions.map(toRow),
          },
        },
        {
          kind: 'group',
          group: {
            key: 'service',
            fields: [
              { kind: 'hidden', name: 'service', value: id },
              { kind: 'hidden', name: 'seen', value: seen },
            ],
          },
        },
      ]}
    />
  );
}

async function rowMaker(): Promise<(question: StoredQuestion) => Record<string, string>> {
  const values = await localizedValues();
  return ({ id, kind, isMandatory, label, hint, choices }) => ({
    id,
    kind,
    isMandatory: isMandatory ? 'yes' : 'no',
    ...values('label.', label),
    ...(hint !== null && values('hint.', hint)),
    ...linesOf(choices),
  });
}

/** One choice a line. */
const linesOf = (choices: readonly LocalizedText[]) =>
  Object.fromEntries(
    languages.map((language) => [
      `choices.${language}`,
      choices.map((choice) => choice[language]).join('\n'),
    ]),
  );

async function describeRow(): Promise<FieldSpec[]> {
  const t = await getTranslations('admin.serviceTexts');
  const [labels, hints, choices] = await Promise.all([
    localizedFields({ name: 'label', label: t('questionLabel'), text: null }),
    localizedFields({ name: 'hint', label: t('questionHint'), text: null }),
    localizedFields({ name: 'choices', label: t('questionChoices'), text: null, long: true }),
  ]);
  return [
    {
      kind: 'select',
      name: 'kind',
      label: t('questionKind'),
      value: 'text',
      options: questionKinds.map((value) => ({ value, text: t(`questionKinds.${value}`) })),
    },
    {
      kind: 'select',
      name: 'isMandatory',
      label: t('questionMandatory'),
      value: 'no',
      options: (['no', 'yes'] as const).map((value) => ({ value, text: t(`mandatory.${value}`) })),
    },
    ...labels.flatMap((label, index) => [label, hints[index] as FieldSpec]),
    ...choices,
    { kind: 'hidden', name: 'id', value: '' },
  ];
}
