import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { typedCodeCookie } from '#shared/cookies.ts';
import { readLink, titleOfLink, UnopenedLink } from '../../link-page.tsx';
import { TooManyTries } from '../../too-many-tries.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const token = (await cookies()).get(typedCodeCookie)?.value;
  const link = token === undefined ? 'unknown' : await readLink(token);
  if (typeof link !== 'string') return { title: await titleOfLink(link) };
  return { title: (await getTranslations('link'))('place') };
}

/** Whose appointment a typed code is of. Its link is in a cookie of a few minutes, never in the address. */
export default async function WhoseCodePage({
  searchParams,
}: {
  searchParams: Promise<{ problem?: string }>;
}) {
  const token = (await cookies()).get(typedCodeCookie)?.value;
  if (token === undefined) redirect('/code');
  const link = await readLink(token);
  if (link === 'tooMany') return <TooManyTries back="/code" />;
  if (link === 'unknown') redirect('/code');
  const { problem } = await searchParams;
  return <UnopenedLink link={link} path="/code/whose" action="/code/open" problem={problem} />;
}
