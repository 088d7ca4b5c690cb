import { getTranslations } from 'next-intl/server';
import { formatNearMoment, formatTime, type MomentStyle } from '#shared/i18n/format-moment.ts';
import { ButtonLink } from '#shared/ui/button.tsx';
import { Card } from '#shared/ui/card.tsx';
import { iconMessageSquareText } from '#shared/ui/icons/message-square-text.ts';
import type { CounterState } from '../counter-state.ts';

type Props = {
  readonly state: CounterState;
  /** About which one writes, in addresses; null to choose one first. */
  readonly service: string | null;
  readonly style: MomentStyle;
};

/** The way to the chat, with what who comes now finds: until when it is open and how long it takes, or when it opens. */
export async function ChatInvitation({ state, service, style }: Props) {
  const t = await getTranslations('counter.chat');
  const href = service === null ? '/counter?by=chat' : `/counter?service=${service}&by=chat`;
  return (
    <Card
      as="section"
      labelledBy="chat"
      className="mt-6 gap-x-8 sm:flex sm:flex-wrap sm:items-center sm:justify-between lg:mt-8"
    >
      <div className="min-w-0 flex-[1_1_20rem]">
        <h2 id="chat">{t('title')}</h2>
        <p className="mt-2">{await describe(state, style)}</p>
      </div>
      {state.kind === 'open' && (
        <div className="mt-4 grid sm:mt-0 sm:min-w-64">
          <ButtonLink href={href} icon={iconMessageSquareText}>
            {t('action')}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

async function describe(state: CounterState, style: MomentStyle): Promise<string> {
  const [t, counter] = await Promise.all([getTranslations('counter.chat'), getTranslations('counter')]);
  if (state.kind !== 'open') {
    const moment = state.opensAt === null ? '' : formatNearMoment(state.opensAt, style);
    return t(state.kind, { known: state.opensAt === null ? 'no' : 'yes', moment });
  }
  const { waiting, turnAt, closesAt } = state;
  return t('open', {
    closes: formatTime(closesAt, style),
    waiting: counter('waiting', { count: waiting }),
    known: turnAt === null ? 'no' : 'yes',
    turn: turnAt === null ? '' : formatTime(turnAt, style),
  });
}
