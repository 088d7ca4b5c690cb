'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { iconX } from './icons/x.ts';

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  closeText: string;
  children: ReactNode;
  /** The buttons at the foot, the one that goes on first. */
  actions?: ReactNode;
  width?: 'text' | 'wide';
  /** Where it belongs: the seat unless it opens on a citizen's page. */
  density?: 'seat' | 'citizen';
  /** For a decision that interrupts. */
  role?: 'dialog' | 'alertdialog';
};

/** A layer that asks for an answer first. Focus goes in, stays in, and returns to what opened it; Esc closes. */
export function Dialog(props: DialogProps) {
  const {
    isOpen,
    onOpenChange,
    title,
    closeText,
    children,
    actions,
    width = 'text',
    density = 'seat',
    role,
  } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role !== 'alertdialog'}
      data-density={density}
      className="fixed inset-0 z-dialog grid place-items-center bg-veil p-4 text-ink"
    >
      <Modal
        className={classNames(
          'max-h-[calc(100dvh-2rem)] w-full animate-panel overflow-y-auto rounded-lg bg-surface shadow-float',
          width === 'wide' ? 'max-w-216' : 'max-w-128',
        )}
      >
        <AriaDialog role={role} className="ring-none p-(--card-pad)">
          <div className="flex items-start gap-3">
            <Heading slot="title" level={2} className="min-w-0 flex-1 pt-1 text-[1.1875rem] leading-7">
              {title}
            </Heading>
            <IconButton icon={iconX} label={closeText} onClick={() => onOpenChange(false)} />
          </div>
          <div className="mt-2">{children}</div>
          {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
