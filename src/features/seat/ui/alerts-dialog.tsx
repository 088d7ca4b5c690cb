'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#shared/ui/button.tsx';
import { Checkbox } from '#shared/ui/checkbox.tsx';
import { ChoiceField } from '#shared/ui/choice-field.tsx';
import { Dialog } from '#shared/ui/dialog.tsx';
import { iconCirclePlay } from '#shared/ui/icons/circle-play.ts';
import { Notice } from '#shared/ui/notice.tsx';
import { SelectField } from '#shared/ui/select-field.tsx';
import {
  type AlertChoice,
  type AlertKind,
  type AlertTone,
  alertKinds,
  alertTones,
  alertVolumes,
} from '../alert-kinds.ts';
import { playTone, readySound } from './alert-sound.ts';
import type { Preferences } from './use-preferences.ts';

type Props = { readonly preferences: Preferences; readonly onClose: () => void };

/** Of what the clerk is told, and how: kind by kind, each with a try. */
export function AlertsDialog({ preferences, onClose }: Props) {
  const t = useTranslations('seatAlerts');
  const [trouble, setTrouble] = useState<'refused' | 'silent' | null>(null);
  const { alerts, keepAlerts, failed } = preferences;
  const change = async (kind: AlertKind, choice: AlertChoice) => {
    const isNew = choice.desktop && !alerts.kinds[kind].desktop;
    const isRefused = isNew && !(await mayNotify());
    setTrouble(isRefused ? 'refused' : null);
    const desktop = choice.desktop && !isRefused;
    keepAlerts({ ...alerts, kinds: { ...alerts.kinds, [kind]: { ...choice, desktop } } });
  };
  const tryOut = (tone: AlertTone) => {
    readySound();
    setTrouble(playTone(tone, alerts.volume) ? null : 'silent');
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('title')} closeText={t('close')} width="wide">
      <p className="max-w-text">{t('lead')}</p>
      <div role="status" className="mt-2 empty:hidden">
        {trouble && <Notice kind="warn">{t(trouble)}</Notice>}
        {failed && <Notice kind="warn">{t('failed')}</Notice>}
      </div>
      <div className="mt-4">
        <ChoiceField
          name="alertVolume"
          label={t('volume')}
          look="scale"
          defaultValue={alerts.volume}
          choices={alertVolumes.map((value) => ({ value, label: t(`volumes.${value}`) }))}
          onChange={(value) => {
            const volume = alertVolumes.find((each) => each === value);
            if (volume !== undefined) keepAlerts({ ...alerts, volume });
          }}
        />
      </div>
      {alertKinds.map((kind) => (
        <KindChoice
          key={kind}
          kind={kind}
          choice={alerts.kinds[kind]}
          onChange={(choice) => void change(kind, choice)}
          onTry={tryOut}
        />
      ))}
    </Dialog>
  );
}

type KindProps = {
  readonly kind: AlertKind;
  readonly choice: AlertChoice;
  readonly onChange: (choice: AlertChoice) => void;
  readonly onTry: (tone: AlertTone) => void;
};

function KindChoice({ kind, choice, onChange, onTry }: KindProps) {
  const t = useTranslations('seatAlerts');
  const { tone, desktop } = choice;
  const name = t(`kinds.${kind}`);
  return (
    <fieldset className="mt-3 border-t border-line pt-3">
      <legend className="float-left mb-1 w-full font-semibold">{name}</legend>
      <div className="clear-both flex flex-wrap items-end gap-x-5 gap-y-2">
        <SelectField
          name={`tone-${kind}`}
          label={t('sound')}
          className="w-48"
          value={tone ?? 'none'}
          options={[
            { value: 'none', text: t('noSound') },
            ...alertTones.map((value) => ({ value, text: t(`tones.${value}`) })),
          ]}
          onChange={(event) => {
            const chosen = alertTones.find((each) => each === event.target.value) ?? null;
            onChange({ ...choice, tone: chosen });
            if (chosen !== null) onTry(chosen);
          }}
        />
        {tone !== null && (
          <Button look="secondary" icon={iconCirclePlay} onClick={() => onTry(tone)}>
            {t('try')}
            <span className="sr-only"> {name}</span>
          </Button>
        )}
        <Checkbox
          name={`desktop-${kind}`}
          label={t('desktop')}
          checked={desktop}
          onChange={(event) => onChange({ ...choice, desktop: event.target.checked })}
        />
      </div>
    </fieldset>
  );
}

async function mayNotify(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}
