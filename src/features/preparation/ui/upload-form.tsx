'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { boxClasses, Field } from '#shared/ui/field.tsx';
import { iconSend } from '#shared/ui/icons/send.ts';
import type { UploadProblem } from '../upload-problem.ts';

type UploadFormProps = {
  id: string;
  href: string;
  mostBytes: number;
  problem: UploadProblem | null;
  words: {
    readonly label: string;
    readonly hint: string;
    readonly send: string;
    readonly busy: string;
    readonly sent: string;
    readonly problems: Readonly<Record<UploadProblem, string>>;
  };
};

/** Left out: HEIC. Asked for JPEG, an iPhone turns its photos into that, which every screen shows. */
const accepted = 'application/pdf,image/jpeg,image/png,image/webp';

/** A plain form that with script is sent without leaving the page; what came of it shows in the list by itself. */
export function UploadForm({ id, href, mostBytes, problem, words }: UploadFormProps) {
  const [state, setState] = useState<'idle' | 'busy' | 'sent'>('idle');
  const [found, setFound] = useState(problem);
  const box = useRef<HTMLInputElement>(null);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const files = [...(box.current?.files ?? [])];
    const wrong =
      files.length === 0 ? 'none' : files.some(({ size }) => size > mostBytes) ? 'tooLarge' : null;
    if (wrong !== null) return refuse(wrong);
    setState('busy');
    setFound(null);
    const answer = await askFor(href, new FormData(form));
    if (answer !== null) return refuse(answer);
    form.reset();
    setState('sent');
  }

  function refuse(code: UploadProblem): void {
    setState('idle');
    setFound(code);
    box.current?.focus();
  }

  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={href}
      onSubmit={(event) => void send(event)}
      noValidate
      className="grid gap-3"
    >
      <Field
        id={id}
        label={words.label}
        hint={words.hint}
        error={found === null ? undefined : words.problems[found]}
      >
        {(wiring) => (
          <input
            {...wiring}
            ref={box}
            type="file"
            name="file"
            multiple
            accept={accepted}
            className={`${boxClasses(found !== null)} py-3`}
          />
        )}
      </Field>
      <Button
        type="submit"
        look="secondary"
        icon={iconSend}
        busy={state === 'busy'}
        busyText={words.busy}
        className="w-full sm:w-fit"
      >
        {words.send}
      </Button>
      <p role="status" className="text-note font-semibold text-ok empty:hidden">
        {state === 'sent' && words.sent}
      </p>
    </form>
  );
}

/** @returns what is wrong; null when all was taken */
async function askFor(href: string, body: FormData): Promise<UploadProblem | null> {
  try {
    const answer = await fetch(href, { method: 'POST', headers: { accept: 'application/json' }, body });
    if (answer.status === 204) return null;
    const { problem } = (await answer.json()) as { problem?: UploadProblem };
    return problem ?? 'failed';
  } catch {
    return 'failed';
  }
}
