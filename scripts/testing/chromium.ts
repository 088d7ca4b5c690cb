import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { Sentence } from '../project.ts';
import type { Say } from '../stack/progress.ts';
import { CommandFailed, runToEnd } from '../stack/run.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const OTHER_PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const HOW_TO =
  'Install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.';

/** The browser of the machine; on Debian, as root, it is installed when there is none. */
export async function findChromium(say: Say): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Sentence(`CHROMIUM_PATH is ${given}, which is no program that can be run.`);
  }
  const found = lookAround();
  if (found) return found;
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) {
    throw new Sentence(`The browser tests need Chromium, and there is none. ${HOW_TO}`);
  }
  await install(say);
  const installed = lookAround();
  if (!installed) throw new Sentence(`Chromium was installed but is not on the PATH. ${HOW_TO}`);
  return installed;
}

function lookAround(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...places, ...OTHER_PLACES].find(isExecutable);
}

async function install(say: Say): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const onLine = (line: string) => {
    if (/^(Get|Unpacking|Setting up)/.test(line)) say(line.slice(0, 60));
  };
  try {
    await runToEnd('apt-get', ['update'], { env, onLine });
    await runToEnd('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, onLine });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw new Sentence(`Installing Chromium failed. ${HOW_TO}\n${error.message}`);
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
