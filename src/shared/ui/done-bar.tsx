import { Icon } from './icon.tsx';
import { iconCircleCheck } from './icons/circle-check.ts';

/** Over a page, right after something was done: that it is done, and what follows. */
export function DoneBar({ title, text }: { title: string; text: string }) {
  return (
    <div className="bg-ok-tint print:hidden">
      <p role="status" className="page-width flex items-start gap-3 py-4">
        <Icon shape={iconCircleCheck} size={24} className="mt-0.5 text-ok" />
        <span className="min-w-0">
          <b>{title}</b> {text}
        </span>
      </p>
    </div>
  );
}
