'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { SharedForm } from '../shared-form.ts';
import type { FormAddress } from './form-address.ts';
import { TogetherNotice } from './together-notice.tsx';
import { useFormSession } from './use-form-session.ts';

/** Beside the summary: what the clerk changes meanwhile comes into it, so that nothing is sent that was not shown. */
export function LiveSummary({ address, shared }: { address: FormAddress; shared: SharedForm }) {
  const { session, snapshot } = useFormSession(address, shared);
  const router = useRouter();
  const isOld = snapshot.form !== null && snapshot.form.revision > shared.revision;
  useEffect(() => session.go({ step: null, control: null }), [session]);
  useEffect(() => {
    if (isOld || snapshot.isOver) router.refresh();
  }, [isOld, snapshot.isOver, router]);
  return <TogetherNotice form={snapshot.form} />;
}
