import { useTranslations } from 'next-intl';
import type { OpenState } from '#journey/requests.ts';
import { formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { classNames } from '#shared/ui/class-names.ts';
import type { SeatRequest } from '../request-views.ts';

const steps = ['sent', 'opened', 'inProgress', 'fulfilled'] as const;

/** How far a request is, in four parts with their times: the lamp is on where somebody is at work. */
export function RequestTrack({ request, style }: { request: SeatRequest; style: MomentStyle }) {
  const t = useTranslations('seatRequests');
  const at = steps.indexOf(request.state as OpenState);
  const moments = [request.askedAt, request.openedAt, null, null];
  return (
    <ol className="mt-2 grid grid-cols-4 gap-1 text-least" aria-label={t('track')}>
      {steps.map((step, index) => {
        const moment = index <= at ? moments[index] : null;
        return (
          <li
            key={step}
            aria-current={index === at ? 'step' : undefined}
            className={classNames(
              'border-t-3 pt-1',
              index < at ? 'border-ok' : index === at ? 'border-lamp font-bold' : 'border-line text-ink-2',
            )}
          >
            {t(`steps.${step}`)}
            {moment != null && (
              <span className="block font-normal text-ink-2">{formatTime(moment, style)}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
