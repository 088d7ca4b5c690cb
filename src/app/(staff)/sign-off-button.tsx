'use client';

import { signOut } from 'next-auth/react';
import { iconLogOut } from '#shared/ui/icons/log-out.ts';
import { RailButton } from '#shared/ui/seat-shell.tsx';

/** Ends the session: the seat is free and every open screen of this browser ends. */
export function SignOffButton({ text }: { text: string }) {
  return (
    <RailButton icon={iconLogOut} text={text} onClick={() => void signOut({ callbackUrl: '/sign-on' })} />
  );
}
