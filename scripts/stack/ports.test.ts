import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { chooseFreePorts, choosePorts, findFreePort, parsePort } from './ports.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function listen(port: number): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}

test('a taken web port is refused with the port and the way to choose another', async () => {
  const port = await findFreePort();
  await listen(port);
  await expect(choosePorts(port, 'demo')).rejects.toThrow(
    new RegExp(`^Port ${port} is in use.*npm run demo -- --port \\d+ \\(or BALIE_PORT=\\d+\\)`),
  );
});

test('the other ports follow the web port, and give way where they are taken', async () => {
  const web = parsePort('23400');
  await listen(web + 1);
  const ports = await choosePorts(web, 'demo');
  expect(ports.web).toBe(web);
  expect(ports.mailbox).not.toBe(web + 1);
  expect(ports.sms).toBe(web + 2);
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
});

test('free ports are all different', async () => {
  const ports = Object.values(await chooseFreePorts());
  expect(new Set(ports).size).toBe(ports.length);
});

test.each(['', 'abc', '80', '3000.5', '65535', '-1'])('%j is refused as a port, with an example', (text) => {
  expect(() => parsePort(text)).toThrow(/--port 3100/);
});
