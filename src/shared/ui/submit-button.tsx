'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button.tsx';

/** Submits the form around it, and is busy while that runs. Without script it is a plain submit button. */
export function SubmitButton(props: Omit<ButtonProps, 'type' | 'busy'> & { busyText: string }) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" busy={pending} />;
}
