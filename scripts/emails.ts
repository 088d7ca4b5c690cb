// npm run emails [-- --port 3300]   every mail and text message as it would be sent, in every language
import { parseArgs } from 'node:util';
import { listenLocally } from '../sandbox/http.ts';
import { createPreviewServer } from './emails/preview-server.ts';
import { Sentence } from './project.ts';
import { runScript } from './run-script.ts';
import { isPortFree, parsePort } from './stack/ports.ts';

const usualPort = 3300;

await runScript(
  async () => {
    // So that a changed text shows at the next look.
    Object.assign(process.env, { NODE_ENV: 'development' });
    const { port: chosen } = parseArgs({ options: { port: { type: 'string' } } }).values;
    const port = chosen === undefined ? usualPort : parsePort(chosen);
    if (!(await isPortFree(port)))
      throw new Sentence(
        `Port ${port} is in use by another program. Choose another one: npm run emails -- --port 3400.`,
      );
    await listenLocally(createPreviewServer(), port);
    console.log(
      `Mails and text messages: http://127.0.0.1:${port}\nA changed text shows at once; after a changed program start again. Ctrl-C ends it.`,
    );
    await new Promise(() => {});
  },
  { exitCode: 0 },
);
