// The only file that has to run on whatever Node is there (20 or newer). It installs the packages,
// among which Node 24 itself, and hands over to it: node scripts/bootstrap.mjs <script> [arguments].
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const projectNode = path.join(modules, '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

const [script, ...scriptArguments] = process.argv.slice(2);
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  stopWith(
    `This project needs Node ${OLDEST_NODE} or newer to start; this is Node ${process.versions.node}. ` +
      'Install a newer Node (https://nodejs.org) and run the command again.',
  );
}
if (!script) stopWith('Say which script to run: node scripts/bootstrap.mjs <name> [arguments].');

let child;
let stopSignal;
forwardSignals();
await install();
await run(projectNode, [path.join('scripts', `${script}.ts`), ...scriptArguments], 'inherit').then(leaveLike);

/** Installs the packages of the lock file, unless just those are installed. */
async function install() {
  if (isInstalled()) return;
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const say = process.stdout.isTTY
    ? () => process.stdout.write(`\r  Installing packages … ${seconds()} s`)
    : () => process.stdout.write(`  Installing packages … ${seconds()} s\n`);
  say();
  const ticker = setInterval(say, process.stdout.isTTY ? 1000 : 15_000);
  const output = [];
  // npm itself: never the project's Node 24 in its place while that is being replaced.
  const result = await run(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    ['ignore', (chunk) => output.push(chunk)],
  );
  clearInterval(ticker);
  if (result.code !== 0) {
    process.stdout.write('\n');
    if (!stopSignal) {
      process.stderr.write(Buffer.concat(output));
      process.stderr.write('Installing the packages failed. Check the connection to the package registry.\n');
    }
    leaveLike(result);
  }
  process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}  Packages installed in ${seconds()} s     \n`);
}

/** npm notes in node_modules what it installed, at the very end; packages for other machines are not among it. */
function isInstalled() {
  const note = path.join(modules, '.package-lock.json');
  if (!existsSync(projectNode) || !existsSync(note)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = read(note);
  return Object.entries(read(path.join(root, 'package-lock.json'))).every(
    ([place, { version, optional, devOptional }]) => {
      if (place === '') return true;
      const found = installed[place]?.version;
      return found === version || (found === undefined && (optional || devOptional));
    },
  );
}

/** Runs a command in the project's folder; resolves with its exit code or signal. */
function run(command, commandArguments, output) {
  return new Promise((resolve) => {
    const collect = Array.isArray(output) ? output[1] : undefined;
    child = spawn(command, commandArguments, {
      cwd: root,
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: {
        ...process.env,
        PATH: `${path.join(modules, '.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      },
    });
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      process.stderr.write(`Could not start ${command}: ${error.message}\n`);
      resolve({ code: 1, signal: null });
    });
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** Signals go to the child, which tidies up; this process ends when the child has ended. */
function forwardSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopSignal = signal;
      child?.kill(signal);
    });
  }
  const parent = process.ppid;
  // A parent killed outright sends no signal: a changed parent is the only trace of it.
  setInterval(() => {
    if (process.ppid !== parent) child?.kill('SIGTERM');
  }, 1000).unref();
}

function leaveLike({ code, signal }) {
  process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1));
}

function stopWith(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
