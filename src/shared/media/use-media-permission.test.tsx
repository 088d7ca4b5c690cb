// @vitest-environment happy-dom
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { joinStates, useMediaPermission, useRepairedPermission } from './use-media-permission.ts';

afterEach(() => void vi.unstubAllGlobals());

class Status extends EventTarget {
  state: PermissionState;
  constructor(state: PermissionState) {
    super();
    this.state = state;
  }
  become(state: PermissionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

function browserSays(states: Readonly<Record<string, Status>>) {
  const query = async ({ name }: { name: string }) => {
    const status = states[name];
    if (status === undefined) throw new TypeError('unknown name');
    return status;
  };
  vi.stubGlobal('navigator', { permissions: { query } });
}

describe('what the browser allows', () => {
  it('is repaired at the moment at which it is allowed in the settings, without a reload', async () => {
    const states = { camera: new Status('denied'), microphone: new Status('granted') };
    browserSays(states);
    const onRepaired = vi.fn();
    renderHook(() => useRepairedPermission(onRepaired));
    await act(async () => {});
    expect(onRepaired).not.toHaveBeenCalled();
    act(() => states.camera.become('granted'));
    expect(onRepaired).toHaveBeenCalledOnce();
  });

  it('is unknown in a browser that does not tell', async () => {
    browserSays({});
    const { result } = renderHook(() => useMediaPermission());
    await act(async () => {});
    expect(result.current).toBe('unknown');
  });

  it('is told once it is known', async () => {
    browserSays({ camera: new Status('prompt'), microphone: new Status('prompt') });
    const { result } = renderHook(() => useMediaPermission());
    await waitFor(() => expect(result.current).toBe('prompt'));
  });
});

it.each([
  [['granted', 'granted'], 'granted'],
  [['granted', 'prompt'], 'prompt'],
  [['prompt', 'denied'], 'denied'],
  [[], 'unknown'],
] as const)('%j together are %s', (states, together) => {
  expect(joinStates(states)).toBe(together);
});
