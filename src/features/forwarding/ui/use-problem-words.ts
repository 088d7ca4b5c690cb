import { useTranslations } from 'next-intl';
import type { ForwardFailure } from '../forward.ts';

const known = [
  'notFound',
  'alreadyForwarded',
  'nobodyThere',
  'gone',
  'alreadyInConversation',
] as const satisfies readonly ForwardFailure['code'][];

/** Why the server refused, in words. */
export function useProblemWords(): (code: string) => string {
  const t = useTranslations('forwarding.problems');
  return (code) => t(known.find((each) => each === code) ?? 'unexpected');
}
