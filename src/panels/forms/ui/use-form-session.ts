'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SharedForm } from '../shared-form.ts';
import type { FormAddress } from './form-address.ts';
import { createFormSession, type FormSession, type FormSnapshot } from './form-session.ts';

export type HeldForm = { readonly session: FormSession; readonly snapshot: FormSnapshot };

/** Follows a form for as long as the component stands. Another address is another component. */
export function useFormSession(address: FormAddress, initial: SharedForm | null): HeldForm {
  const [session] = useState(() => createFormSession(address, initial));
  useEffect(() => session.open(), [session]);
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  return { session, snapshot };
}
