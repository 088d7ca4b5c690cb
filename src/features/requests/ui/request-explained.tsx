import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LocalizedText } from '#journey/language.ts';
import type { VisitRequest } from '#journey/live-views.ts';
import { Icon } from '#shared/ui/icon.tsx';
import type { IconShape } from '#shared/ui/icon-shape.ts';
import { iconClock4 } from '#shared/ui/icons/clock-4.ts';
import { iconEye } from '#shared/ui/icons/eye.ts';
import { iconScale } from '#shared/ui/icons/scale.ts';

/** An own text of the organisation in the reader's language and form of address. */
export type Say = (text: LocalizedText) => string;

type RequestExplainedProps = {
  readonly request: Pick<
    VisitRequest,
    'purpose' | 'basis' | 'recipients' | 'keptDays' | 'ifDeclined' | 'isMandatory'
  >;
  readonly say: Say;
};

/** Why something is asked, by which law, who sees it, how long it is kept, and what it means to decline: before anybody decides. */
export function RequestExplained({ request, say }: RequestExplainedProps) {
  const t = useTranslations('requests');
  const { purpose, basis, recipients, keptDays, ifDeclined, isMandatory } = request;
  const seenBy = recipients.map((who) => (
    <span key={who.nl} className="block">
      {say(who)}
    </span>
  ));
  return (
    <>
      <p className="mt-1.5">{say(purpose)}</p>
      <dl className="mt-3 grid gap-1.5 text-note text-ink-2">
        <Ground icon={iconScale} term={t('basis')} detail={say(basis)} />
        <Ground icon={iconEye} term={t('seenBy')} detail={seenBy.length === 0 ? t('counterAlone') : seenBy} />
        <Ground icon={iconClock4} term={t('kept')} detail={t('keptDays', { days: keptDays })} />
      </dl>
      <p className="mt-3">
        {ifDeclined === null ? t(isMandatory ? 'mandatory' : 'optional') : say(ifDeclined)}
      </p>
    </>
  );
}

function Ground({ icon, term, detail }: { icon: IconShape; term: string; detail: ReactNode }) {
  return (
    <div className="flex gap-2.5">
      <Icon shape={icon} size={20} className="mt-0.5" />
      <dt className="sr-only">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{detail}</dd>
    </div>
  );
}
