import { getTranslations } from 'next-intl/server';
import { Button } from '#shared/ui/button.tsx';
import { Disclosure } from '#shared/ui/disclosure.tsx';
import { TextArea } from '#shared/ui/text-field.tsx';
import { longestReason } from '../longest-reason.ts';

type DeclineFormProps = {
  readonly declineAction: (form: FormData) => Promise<void>;
  readonly postponeAction: () => Promise<void>;
};

/** The two ways out of a request, beside doing it: not now, and rather not. */
export async function DeclineForm({ declineAction, postponeAction }: DeclineFormProps) {
  const [t, common] = await Promise.all([getTranslations('requests'), getTranslations('common')]);
  return (
    <div className="grid justify-items-start gap-4">
      <form action={postponeAction}>
        <Button type="submit" look="underlined">
          {t('later')}
        </Button>
      </form>
      <Disclosure title={t('decline')}>
        <form action={declineAction} className="grid justify-items-start gap-4">
          <TextArea
            name="because"
            label={t('because')}
            optional={common('optional')}
            rows={3}
            maxLength={longestReason}
          />
          <Button type="submit" look="secondary">
            {t('declineNow')}
          </Button>
        </form>
      </Disclosure>
    </div>
  );
}
