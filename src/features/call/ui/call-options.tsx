'use client';

import { useTranslations } from 'next-intl';
import { useId, useReducer } from 'react';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { Segments } from '#shared/ui/segments.tsx';
import type { CallSession } from './call-session.ts';

const layouts = ['face', 'beside'] as const;

export type CallOptionsProps = {
  session: CallSession;
  /** Whether there is a choice of how the faces lie. */
  hasLayouts: boolean;
};

/** What one chooses for the call besides devices; kept like those. */
export function CallOptions({ session, hasLayouts }: CallOptionsProps) {
  const t = useTranslations('call.options');
  const id = useId();
  // What was chosen shows at once, and not only when the devices have followed.
  const [, show] = useReducer((times: number) => times + 1, 0);
  const choose = (change: () => unknown) => {
    change();
    show();
  };
  const { soundOnly, noiseSuppression, layout } = session.own.choices();
  return (
    <div className="mt-4 grid gap-1">
      <Checkbox
        name={`${id}-sound-only`}
        label={t('soundOnly')}
        hint={t('soundOnlyHint')}
        checked={soundOnly}
        onChange={({ currentTarget }) => choose(() => session.own.setSoundOnly(currentTarget.checked))}
      />
      {canSuppressNoise() && (
        <Checkbox
          name={`${id}-noise`}
          label={t('noise')}
          checked={noiseSuppression}
          onChange={({ currentTarget }) =>
            choose(() => session.own.setNoiseSuppression(currentTarget.checked))
          }
        />
      )}
      {hasLayouts && (
        <div className="mt-2 grid justify-items-start gap-1.5">
          <h3 className="text-h3">{t('layout')}</h3>
          <Segments
            label={t('layout')}
            segments={layouts.map((key) => ({
              key,
              text: t(`layouts.${key}`),
              current: layout === key,
              onClick: () => choose(() => session.own.setLayout(key)),
            }))}
          />
        </div>
      )}
    </div>
  );
}

/** Not every browser can. */
function canSuppressNoise(): boolean {
  return navigator.mediaDevices?.getSupportedConstraints().noiseSuppression === true;
}
