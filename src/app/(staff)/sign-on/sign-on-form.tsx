'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '#shared/ui/button.tsx';

type SignOnFormProps = { label: string; busyText: string; callbackPath: string };

/** Leads to the municipality's identity provider and back. */
export function SignOnForm({ label, busyText, callbackPath }: SignOnFormProps) {
  const [busy, setBusy] = useState(false);
  function start(): void {
    setBusy(true);
    signIn('staff', { callbackUrl: callbackPath }).catch(() => setBusy(false));
  }
  return (
    <Button wide busy={busy} busyText={busyText} onClick={start}>
      {label}
    </Button>
  );
}
