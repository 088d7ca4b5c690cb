'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';
import { iconWifi } from './icons/wifi.ts';
import { iconWifiOff } from './icons/wifi-off.ts';

export type BarWords = { title: string; text: string };

/** The bar at the top while there is no connection. */
export function LostBar({ title, text }: BarWords) {
  return (
    <div className="bg-ink text-note text-surface">
      <div className="page-width flex items-start gap-3 py-3">
        <Icon shape={iconWifiOff} className="mt-0.25" />
        <p className="min-w-0">
          <b>{title}</b> {text}
        </p>
      </div>
    </div>
  );
}

function BackBar({ title, text }: BarWords) {
  return (
    <div className="animate-panel bg-ok-tint text-note">
      <div className="page-width flex items-start gap-3 py-3">
        <Icon shape={iconWifi} className="mt-0.25 text-ok" />
        <p className="min-w-0">
          <b>{title}</b> {text}
        </p>
      </div>
    </div>
  );
}

function watchNetwork(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** Says that the device has no network. The page under it stays usable. */
export function OfflineBar({ title, text }: BarWords) {
  const online = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="sticky top-0 z-reconnect print:hidden">
      {!online && <LostBar title={title} text={text} />}
    </div>
  );
}

export type ReconnectBarProps = { connected: boolean; lost: BarWords; back: BarWords };

const BACK_SECONDS = 4;

/** Says that the live connection is lost and that the place is kept; after that, for 4 seconds, that it is back. */
export function ReconnectBar({ connected, lost, back }: ReconnectBarProps) {
  const [before, setBefore] = useState(connected);
  const [returned, setReturned] = useState(false);
  if (before !== connected) {
    setBefore(connected);
    setReturned(connected);
  }
  useEffect(() => {
    if (!returned) return;
    const timer = setTimeout(() => setReturned(false), BACK_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [returned]);
  return (
    <div role="status" className="sticky top-0 z-reconnect print:hidden">
      {connected ? returned && <BackBar {...back} /> : <LostBar {...lost} />}
    </div>
  );
}
