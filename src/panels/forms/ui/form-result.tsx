import { useTranslations } from 'next-intl';
import type { RequestState } from '#journey/requests.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconPenLine } from '#shared/ui/icons/pen-line.ts';
import { SeatForm, type SeatFormProps } from './seat-form.tsx';

type FormResultProps = SeatFormProps & {
  readonly state: RequestState;
  /** `2/4`: at the second step of four; null before the first was saved. */
  readonly progress: string | null;
  /** In conversation with this clerk: they can fill in together. */
  readonly isTogether: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
};

/** How far somebody is with a form, the way to fill it in with them, and what they sent, for the clerk. */
export function FormResult(props: FormResultProps) {
  const { requestId, name, say, state, progress, isTogether, isOpen, onOpen } = props;
  const t = useTranslations('formWays');
  if (state === 'fulfilled')
    return (
      <p className="mt-1">
        <a href={`/seat/forms/${requestId}`} target="_blank" rel="noopener">
          {t('read')}
        </a>
      </p>
    );
  const [, number, total] = /^(\d+)\/(\d+)$/.exec(progress ?? '') ?? [];
  return (
    <div className="mt-1 grid gap-2 empty:hidden">
      {number !== undefined && total !== undefined && (
        <p className="text-small">{t('progress', { number, total })}</p>
      )}
      {state === 'inProgress' && isTogether && (
        <>
          <div>
            <Button
              look="secondary"
              icon={iconPenLine}
              aria-expanded={isOpen}
              onClick={() => onOpen(!isOpen)}
            >
              {t(isOpen ? 'closeTogether' : 'together')}
            </Button>
          </div>
          {isOpen && <SeatForm requestId={requestId} name={name} say={say} />}
        </>
      )}
    </div>
  );
}
