import { useFormatter, useTranslations } from 'next-intl';
import { type AssuranceLevel, reachesLevel } from '#journey/assurance-level.ts';
import type { RequestId } from '#journey/ids.ts';
import type { LocalizedText } from '#journey/language.ts';
import type { IdentityAttribute } from '#ports/identity-provider.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { iconExternalLink } from '#shared/ui/icons/external-link.ts';
import { iconShieldCheck } from '#shared/ui/icons/shield-check.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { askedAttributes } from '../asked-attributes.ts';
import type { ProviderWay } from './known-provider-ways.tsx';

type ProviderWaysProps = {
  readonly reference: string;
  readonly request: { readonly id: RequestId; readonly settings: unknown; readonly problem: string | null };
  readonly providers: readonly ProviderWay[];
  readonly say: (text: LocalizedText) => string;
  /** In a window of its own: whoever talks goes on talking here. */
  readonly isBeside?: boolean;
};

/** The ways to do what is asked of somebody. */
export function ProviderWays({ reference, request, ...ways }: ProviderWaysProps) {
  const action = `/a/${encodeURIComponent(reference)}/requests/${request.id}/identify`;
  return <ProviderChoice action={action} settings={request.settings} problem={request.problem} {...ways} />;
}

type ProviderChoiceProps = Pick<ProviderWaysProps, 'providers' | 'say' | 'isBeside'> & {
  /** Where the choice is sent. */
  readonly action: string;
  /** What the service states of it. */
  readonly settings: unknown;
  /** Why it did not succeed the last time. */
  readonly problem: string | null;
};

/** The ways to prove at a provider who one is; each press is a form, so that it works without script. */
export function ProviderChoice(props: ProviderChoiceProps) {
  const { action, settings, problem, providers, say, isBeside = false } = props;
  const needed = (settings as { readonly level?: AssuranceLevel }).level ?? 'high';
  const suitable = providers.filter(({ highestLevel }) => reachesLevel(highestLevel, needed));
  return (
    <>
      <IdentifyProblem problem={problem} />
      {suitable.length > 0 && (
        <form method="post" action={action} target={isBeside ? '_blank' : undefined} className="grid gap-2.5">
          {suitable.map((provider) => (
            <WayButton
              key={provider.id}
              provider={provider}
              asked={askedAttributes(settings)}
              say={say}
              isBeside={isBeside}
            />
          ))}
        </form>
      )}
    </>
  );
}

type WayButtonProps = Pick<ProviderWaysProps, 'say'> & {
  readonly provider: ProviderWay;
  readonly asked: readonly IdentityAttribute[];
  readonly isBeside: boolean;
};

function WayButton({ provider: { id, name, needs, gives }, asked, say, isBeside }: WayButtonProps) {
  const t = useTranslations('identity');
  return (
    <button
      type="submit"
      name="provider"
      value={id}
      className="flex w-full cursor-pointer items-start gap-3 rounded-md border-2 border-brand bg-surface p-4 text-left hover:bg-brand-tint active:bg-brand-tint"
    >
      <Icon shape={iconShieldCheck} size={26} className="mt-0.5 text-brand" />
      <span className="min-w-0 flex-1">
        <b className="block text-brand">{t('onward', { provider: say(name) })}</b>
        {say(needs)}
        <NotShown attributes={asked.filter((attribute) => !gives.includes(attribute))} />
        {isBeside && <span className="block text-note text-ink-2">{t('beside')}</span>}
      </span>
      <Icon shape={iconExternalLink} size={20} className="mt-1 text-brand" />
    </button>
  );
}

/** What is asked and this way never shows: said before anybody chooses. */
function NotShown({ attributes }: { readonly attributes: readonly IdentityAttribute[] }) {
  const t = useTranslations('identity.without');
  const list = useFormatter();
  const facts = attributes.flatMap((each) => (each === 'mandate' ? [] : [t(`attributes.${each}`)]));
  return (
    <>
      {facts.length > 0 && (
        <span className="block text-note text-ink-2">{t('facts', { what: list.list(facts) })}</span>
      )}
      {attributes.includes('mandate') && <span className="block text-note text-ink-2">{t('mandate')}</span>}
    </>
  );
}

const problems = [
  'refused',
  'levelTooLow',
  'invalidAnswer',
  'misconfigured',
  'unavailable',
  'expired',
] as const;

/** Why it did not succeed the last time, for who tried it and for who asked; nothing where nothing went wrong. */
export function IdentifyProblem({ problem }: { problem: string | null }) {
  const t = useTranslations('identity.problems');
  const known = problems.find((each) => each === problem);
  if (known === undefined) return null;
  return (
    <Notice kind="warn" role="status">
      {t(known)}
    </Notice>
  );
}
