// A bare node:http event stream, what the product's is compared with: follows nothing, asks nobody, writes to all what it is sent.
import http from 'node:http';
import type { AddressInfo } from 'node:net';

const followers = new Map<http.ServerResponse, string>();

const server = http.createServer((request, response) => {
  if (request.method === 'POST') {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const said = Buffer.concat(parts).toString();
      for (const [follower, path] of followers)
        if (path.split('?', 1)[0] === request.url) follower.write(`id: 1\nevent: state\ndata: ${said}\n\n`);
      response.end();
    });
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.write('retry: 1000\n\nid: 0\nevent: state\ndata: {}\n\n');
  followers.set(response, request.url ?? '');
  const heartbeat = setInterval(() => response.write(': here\n\n'), 10_000);
  response.on('close', () => {
    clearInterval(heartbeat);
    followers.delete(response);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`));
