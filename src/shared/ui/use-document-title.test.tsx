// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useDocumentTitle } from './use-document-title.ts';

function Call({ title }: { title: string }) {
  useDocumentTitle(title);
  return null;
}

beforeEach(() => {
  document.title = 'Waiting room';
});
afterEach(cleanup);

describe('the title of the page', () => {
  it('follows the words of the part that sets it', () => {
    const { rerender } = render(<Call title="In conversation" />);
    expect(document.title).toBe('In conversation');
    rerender(<Call title="Reconnecting" />);
    expect(document.title).toBe('Reconnecting');
  });

  it('is put right when the page’s own comes late, which comes back once that part is gone', async () => {
    const { unmount } = render(<Call title="In conversation" />);
    document.title = 'The conversation is over';
    await waitFor(() => expect(document.title).toBe('In conversation'));
    unmount();
    expect(document.title).toBe('The conversation is over');
  });

  it('is the next page’s when that takes over in the same moment', async () => {
    const { unmount } = render(<Call title="In conversation" />);
    document.title = 'The conversation is over';
    unmount();
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.title).toBe('The conversation is over');
  });
});
