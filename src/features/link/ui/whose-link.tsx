import { getTranslations } from 'next-intl/server';
import { Band } from '#shared/ui/band.tsx';
import { Button } from '#shared/ui/button.tsx';
import { Columns } from '#shared/ui/columns.tsx';
import { Notice } from '#shared/ui/notice.tsx';

/** What somebody wants who came by a button of a mail. */
export type LinkAnswer = 'coming' | 'move';

type WhoseLinkProps = {
  organisationName: string;
  services: string;
  day: string;
  /** Of the appointment: day and time. */
  moment: string;
  /** Where the click is sent. */
  action: string;
  /** Where "I will be there" is sent; null where that cannot be said. */
  comingAction: string | null;
  answer: LinkAnswer | null;
  /** The citizen let know to be coming. */
  saidComing: boolean;
};

/** An unopened link: whose it is, and buttons. Plain forms, since only a person's click may open it or say something. */
export async function WhoseLink({ organisationName, services, day, ...props }: WhoseLinkProps) {
  const { moment, action, comingAction, answer, saidComing } = props;
  const t = await getTranslations('link');
  const asked = comingAction !== null && answer === 'coming' && !saidComing;
  const lead = answer === null ? t('lead', { service: services, day }) : undefined;
  const buttons = [
    comingAction !== null && !saidComing && (
      <form key="coming" method="post" action={comingAction}>
        <Button type="submit" look={asked ? 'primary' : 'secondary'} wide>
          {asked ? t('answers.confirm') : t('answers.coming')}
        </Button>
      </form>
    ),
    <OpenForm key="open" action={action} look={answer === null || saidComing ? 'primary' : 'secondary'}>
      {t('open')}
    </OpenForm>,
    comingAction !== null && (
      <OpenForm key="move" action={action} look={answer === 'move' ? 'primary' : 'secondary'} toMove>
        {answer === 'move' ? t('answers.choose') : t('answers.move')}
      </OpenForm>
    ),
  ];
  const [coming, open, move] = buttons;
  return (
    <>
      <Band
        title={asked ? t('answers.title') : t('title', { organisation: organisationName })}
        lead={lead ?? t('answers.lead', { service: services, moment })}
      />
      <Columns>
        {saidComing && comingAction !== null && (
          <Notice kind="ok" title={t('answers.saidTitle')} role="status" className="mb-6">
            {t('answers.saidText', { moment })}
          </Notice>
        )}
        <div className="grid gap-3 sm:max-w-96">
          {asked ? [coming, move, open] : answer === 'move' ? [move, coming, open] : [open, coming, move]}
        </div>
        <p className="mt-6 text-ink-2">{t('why')}</p>
        <p className="mt-3 text-ink-2">{t('notYours')}</p>
      </Columns>
    </>
  );
}

type OpenFormProps = {
  action: string;
  look: 'primary' | 'secondary';
  toMove?: boolean;
  children: string;
};

function OpenForm({ action, look, toMove = false, children }: OpenFormProps) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="as" value="citizen" />
      {toMove && <input type="hidden" name="then" value="move" />}
      <Button type="submit" look={look} wide>
        {children}
      </Button>
    </form>
  );
}
