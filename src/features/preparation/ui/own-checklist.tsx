import { getTranslations } from 'next-intl/server';
import { countReady, isReady, type Readiness } from '#journey/readiness.ts';
import { Card } from '#shared/ui/card.tsx';
import { classNames } from '#shared/ui/class-names.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconByName } from '#shared/ui/icon-by-name.ts';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconCircleCheck } from '#shared/ui/icons/circle-check.ts';
import { iconIdCard } from '#shared/ui/icons/id-card.ts';
import { ItemUpload, type UploadMeans } from './item-upload.tsx';
import type { PreparationReader } from './reader.ts';
import { SentDocuments } from './sent-documents.tsx';
import { type FormAction, TickForm } from './tick-form.tsx';

export type ChecklistMeans = {
  readonly tick: FormAction;
  readonly withdraw: FormAction;
  readonly upload: UploadMeans;
};

type OwnChecklistProps = {
  readiness: Readiness;
  title: string;
  reader: PreparationReader;
  means: ChecklistMeans;
};

type Line = Readiness['services'][number]['items'][number] | NonNullable<Readiness['mandate']>;

/** What to bring for each service and why; the citizen says what is ready, and sends in what may be sent in. Complete without script. */
export async function OwnChecklist({ readiness, title, reader, means }: OwnChecklistProps) {
  const [t, bring] = await Promise.all([
    getTranslations('preparation.checklist'),
    getTranslations('visit.bring'),
  ]);
  const { mandate, services, others } = readiness;
  const { all, ready } = countReady(readiness);
  const lists = services.filter(({ items }) => items.length > 0);
  return (
    <section aria-labelledby="bring">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="bring">{title}</h2>
        {all > 0 && <p className="text-note font-semibold text-ink-2">{t('progress', { ready, all })}</p>}
      </div>
      {all === 0 && <p className="mt-2">{bring('none')}</p>}
      {mandate !== null && <Lines lines={[mandate]} heading="h3" reader={reader} means={means} />}
      {lists.map(({ id, name, items }) => (
        <div key={id}>
          {services.length > 1 && <h3 className="mt-5 text-h3">{reader.say(name)}</h3>}
          <Lines lines={items} heading={services.length > 1 ? 'h4' : 'h3'} reader={reader} means={means} />
        </div>
      ))}
      {others.length > 0 && (
        <Card className="mt-3">
          <h3 className="text-h3">{t('others')}</h3>
          <SentDocuments documents={others} withdraw={means.withdraw} language={reader.language} />
        </Card>
      )}
    </section>
  );
}

type LinesProps = {
  lines: readonly Line[];
  heading: 'h3' | 'h4';
  reader: PreparationReader;
  means: ChecklistMeans;
};

function Lines({ lines, ...how }: LinesProps) {
  return (
    <Card list className="mt-3">
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <ChecklistLine key={line.key} line={line} {...how} />
        ))}
      </ul>
    </Card>
  );
}

async function ChecklistLine({
  line,
  heading: Heading,
  reader,
  means,
}: Omit<LinesProps, 'lines'> & { line: Line }) {
  const [t, { icon, title, reason }] = await Promise.all([
    getTranslations('preparation.checklist'),
    wordsOf(line, reader),
  ]);
  const ready = isReady(line);
  const { documents } = line;
  return (
    <li className="flex gap-3.5 py-3.75">
      <Icon
        shape={ready ? iconCircleCheck : icon}
        className={classNames('size-6!', ready ? 'text-ok' : 'text-brand')}
      />
      <div className="min-w-0 flex-1">
        <Heading className="text-h3">{title}</Heading>
        <p className="mt-0.5 text-note text-ink-2">{reason}</p>
        {documents.length === 0 ? (
          <TickForm action={means.tick} itemKey={line.key} isTicked={line.isTicked}>
            {t('tick')}
            <span className="sr-only"> {title}</span>
          </TickForm>
        ) : (
          <SentDocuments documents={documents} withdraw={means.withdraw} language={reader.language} />
        )}
        {line.mayUpload && <ItemUpload itemKey={line.key} title={title} means={means.upload} />}
      </div>
    </li>
  );
}

async function wordsOf(
  line: Line,
  { say }: PreparationReader,
): Promise<{ readonly icon: IconShape; readonly title: string; readonly reason: string }> {
  if ('title' in line)
    return { icon: iconByName(line.icon), title: say(line.title), reason: say(line.reason) };
  const t = await getTranslations('preparation.mandate');
  return { icon: iconIdCard, title: t(`${line.actsFor}.title`), reason: t(`${line.actsFor}.reason`) };
}
