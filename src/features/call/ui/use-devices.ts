'use client';

import { useEffect, useState } from 'react';

export type DeviceChoice = { readonly id: string; readonly name: string };
export type DeviceLists = Readonly<Record<'camera' | 'microphone' | 'speaker', readonly DeviceChoice[]>>;

const none: DeviceLists = { camera: [], microphone: [], speaker: [] };

/**
 * The devices that this browser lets choose from; follows what is plugged in and out.
 * @param permission changes when the browser may tell more than before
 */
export function useDevices(permission?: string): DeviceLists {
  const [lists, setLists] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another permission there are other devices to see
  useEffect(() => {
    const media = navigator.mediaDevices;
    if (media === undefined) return;
    const watch = new AbortController();
    const read = async () => {
      const devices = await media.enumerateDevices().catch(() => []);
      if (!watch.signal.aborted) setLists(sortDevices(devices));
    };
    void read();
    media.addEventListener('devicechange', () => void read(), { signal: watch.signal });
    return () => watch.abort();
  }, [permission]);
  return lists;
}

function sortDevices(devices: readonly MediaDeviceInfo[]): DeviceLists {
  const ofKind = (kind: MediaDeviceKind) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map((device) => ({ id: device.deviceId, name: device.label }));
  return {
    camera: ofKind('videoinput'),
    microphone: ofKind('audioinput'),
    // Not every browser can play anywhere else than where it plays by itself.
    speaker: 'setSinkId' in HTMLMediaElement.prototype ? ofKind('audiooutput') : [],
  };
}
