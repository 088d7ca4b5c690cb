'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';

export function SignOnForm({ label, callbackPath }: { label: string; callbackPath: string }) {
  const [busy, setBusy] = useState(false);
  return (
    <button
      type="button"
      className="mt-6 min-h-13 w-full rounded-m bg-brand px-5 font-bold text-on-brand"
      aria-busy={busy}
      onClick={() => {
        setBusy(true);
        void signIn('staff', { callbackUrl: callbackPath });
      }}
    >
      {label}
    </button>
  );
}
