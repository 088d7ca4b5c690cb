'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import type { PermissionMoment } from './permission-picture.tsx';
import { useBrowserKind } from './use-browser-kind.ts';

/** Fetched when it is shown: the page does not wait for it. */
const PermissionPicture = lazy(() => import('./permission-picture.tsx'));

/** Where this browser asks, or where its answer is changed: in words, and drawn. */
export function PermissionHelp({ moment }: { moment: PermissionMoment }) {
  const t = useTranslations('media');
  const kind = useBrowserKind();
  return (
    <span className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3">
      <Suspense fallback={null}>
        <PermissionPicture kind={kind} moment={moment} />
      </Suspense>
      <span className="min-w-0 flex-[1_1_14rem]">
        {t(moment === 'ask' ? `asks.${kind}` : `howTo.${kind}`)}
      </span>
    </span>
  );
}
