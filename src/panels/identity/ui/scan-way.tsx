import { useTranslations } from 'next-intl';
import type { ScanHere, ScanStep } from '#ports/identity-provider.ts';
import { Button } from '#shared/ui/button.tsx';
import { iconSmartphone } from '#shared/ui/icons/smartphone.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { TextField } from '#shared/ui/text-field.tsx';
import { drawCode } from '../draw-code.ts';
import { FollowScan } from './follow-scan.tsx';

type ScanWays = {
  /** Where it ends, well or not. */
  readonly back: string;
  readonly page: string;
  /** Tells how far it is. */
  readonly follow: string;
};

type ScanWayProps = {
  /** Null while the provider does not answer. */
  readonly step: Exclude<ScanStep, 'over'> | null;
  readonly provider: string;
  /** What the QR code says. */
  readonly code: string;
  readonly ways: ScanWays;
  readonly problem: string | undefined;
  readonly numberOn: ScanHere['numberOn'];
};

/** Somebody scans a code with an app, types what the app shows, and goes on there. Complete without script. */
export function ScanWay({ step, ...scan }: ScanWayProps) {
  const { provider, ways } = scan;
  const t = useTranslations('proving');
  return (
    <div className="grid gap-6">
      <FollowScan step={step} follow={ways.follow} back={ways.back} />
      <div role="status" className="grid gap-6">
        {step === null && <Notice kind="warn">{t('away', { provider })}</Notice>}
        {step === 'connected' && (
          <Notice kind="info" heading="h2" title={t('connected')}>
            {t('connectedText')}
          </Notice>
        )}
      </div>
      {step === 'waiting' && <Scan {...scan} />}
      {step === 'pairing' && <TypeCode {...scan} />}
      <noscript>
        <p>
          <a href={ways.page}>{t('look')}</a>
        </p>
      </noscript>
      <p>
        <a href={ways.back} className="inline-flex min-h-11 items-center">
          {t('stop')}
        </a>
      </p>
    </div>
  );
}

type ScanProps = Omit<ScanWayProps, 'step'>;

function Scan({ provider, code, ways, problem, numberOn }: ScanProps) {
  const t = useTranslations('proving');
  const { size, path } = drawCode(code);
  const last = numberOn === 'app' ? 'compare' : 'confirm';
  return (
    <>
      {problem === 'device' && <Notice kind="warn">{t('noApp')}</Notice>}
      <div className="hidden pointer-coarse:block">
        <ThisDevice provider={provider} ways={ways} look="primary" />
        <p className="mt-6">{t('orOther')}</p>
      </div>
      <ol className="grid list-decimal gap-1.5 pl-5">
        {(['open', 'scan', last] as const).map((each) => (
          <li key={each}>{t(`steps.${each}`, { provider })}</li>
        ))}
      </ol>
      <svg
        role="img"
        aria-label={t('codeName', { provider })}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="w-full max-w-72 rounded-md border border-line bg-white forced-color-adjust-none"
      >
        <path d={path} fill="#000" />
      </svg>
      <p className="text-note text-ink-2">{t('private')}</p>
      <div className="pointer-coarse:hidden">
        <ThisDevice provider={provider} ways={ways} look="secondary" />
      </div>
    </>
  );
}

type DeviceProps = Pick<ScanProps, 'provider' | 'ways'> & { readonly look: 'primary' | 'secondary' };

function ThisDevice({ provider, ways, look }: DeviceProps) {
  const t = useTranslations('proving');
  return (
    <form method="post" action={`${ways.page}/app`}>
      <Button type="submit" name="device" value="this" look={look} icon={iconSmartphone}>
        {t('openApp', { provider })}
      </Button>
    </form>
  );
}

function TypeCode({ ways, provider, problem, numberOn }: Omit<ScanProps, 'code'>) {
  const t = useTranslations('proving');
  const isInApp = numberOn === 'app';
  return (
    <form method="post" action={`${ways.page}/app`} noValidate className="grid justify-items-start gap-4">
      {problem === 'tooMany' && (
        <Notice kind="danger" role="alert">
          {t('tooMany')}
        </Notice>
      )}
      <TextField
        name="code"
        label={isInApp ? t('code', { provider }) : t('codeOnPhone')}
        hint={t('codeHint')}
        error={problem === 'wrong' ? t(isInApp ? 'wrong' : 'wrongOnPhone') : undefined}
        width="code"
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        autoFocus
      />
      <Button type="submit">{t('send')}</Button>
    </form>
  );
}
