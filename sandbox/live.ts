import type { ServerResponse } from 'node:http';

/** Tells open pages that something changed, over Server-Sent Events. */
export interface LivePages {
  /** Turns a response into a stream that stays open. */
  follow(response: ServerResponse): void;
  /** Tells every open page to fetch its contents again. */
  announce(): void;
  /** Ends every stream. */
  close(): void;
}

export function createLivePages(): LivePages {
  const followers = new Set<ServerResponse>();
  return {
    follow(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      followers.add(response);
      response.on('close', () => followers.delete(response));
    },
    announce() {
      for (const follower of followers) follower.write('event: change\ndata: {}\n\n');
    },
    close() {
      for (const follower of followers) follower.end();
    },
  };
}
