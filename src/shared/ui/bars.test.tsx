// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OfflineBar, ReconnectBar } from './connection-bars.tsx';
import { UndoBar } from './undo-bar.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function pass(seconds: number) {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
}

describe('the bar about the live connection', () => {
  const words = {
    lost: { title: 'Even geen verbinding.', text: 'Uw plaats is bewaard.' },
    back: { title: 'U bent terug.', text: 'U hebt niets gemist.' },
  };

  test('says nothing while all is well', () => {
    render(<ReconnectBar connected {...words} />);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('says that the place is kept for as long as the connection is lost', () => {
    const { rerender } = render(<ReconnectBar connected {...words} />);
    rerender(<ReconnectBar connected={false} {...words} />);
    pass(60);
    expect(screen.getByRole('status').textContent).toContain('Uw plaats is bewaard.');
  });

  test('says for four seconds that the reader is back', () => {
    const { rerender } = render(<ReconnectBar connected={false} {...words} />);
    rerender(<ReconnectBar connected {...words} />);
    pass(3.9);
    expect(screen.getByRole('status').textContent).toContain('U bent terug.');
    pass(0.2);
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('follows the device where the network itself is gone', () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    render(<OfflineBar title="Geen internet." text="Wat u typt, blijft staan." />);
    expect(screen.getByRole('status').textContent).toBe('');
    online.mockReturnValue(false);
    fireEvent(window, new Event('offline'));
    expect(screen.getByRole('status').textContent).toContain('Geen internet.');
    online.mockReturnValue(true);
    fireEvent(window, new Event('online'));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

describe('the bar that takes back', () => {
  function show() {
    const [onUndo, onEnd] = [vi.fn(), vi.fn()];
    render(<UndoBar text="Sofie is toegelaten" undoText="Ongedaan maken" onUndo={onUndo} onEnd={onEnd} />);
    return { onUndo, onEnd, button: screen.getByRole('button', { name: 'Ongedaan maken' }) };
  }

  test('stays eight seconds', () => {
    const { onEnd } = show();
    pass(7.9);
    expect(onEnd).not.toHaveBeenCalled();
    pass(0.2);
    expect(onEnd).toHaveBeenCalledOnce();
    pass(20);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  test('waits while it has the focus or the pointer', () => {
    const { onEnd, button } = show();
    pass(5);
    act(() => button.focus());
    pass(60);
    expect(onEnd).not.toHaveBeenCalled();
    act(() => button.blur());
    fireEvent.mouseEnter(screen.getByRole('status'));
    pass(60);
    expect(onEnd).not.toHaveBeenCalled();
    fireEvent.mouseLeave(screen.getByRole('status'));
    pass(3.1);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  test('takes back', () => {
    const { onUndo, button } = show();
    fireEvent.click(button);
    expect(onUndo).toHaveBeenCalledOnce();
  });
});
