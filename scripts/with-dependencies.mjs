// Runs one TypeScript script of this folder after making sure that the project's packages are there.
// Plain Node without imports from node_modules: it has to work in a clone where nothing is installed yet.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const STAMP = path.join(ROOT, 'node_modules', '.yard-lock');
/** The first Node with all we use (`parentPath` of directory entries); package.json's engines say the same. */
const OLDEST_NODE = [20, 12];
const PROGRESS_EVERY_MS = 10_000;

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  console.error(
    `This project needs Node ${oldMajor}.${oldMinor} or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');

const installedHash = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : '');

/** npm itself when it started us (also on Windows, where `npm` is a batch file), else the `npm` of the path. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  if (cli && path.basename(cli) === 'npm-cli.js')
    return { command: process.execPath, before: [cli], shell: false };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

function install() {
  const { command, before, shell } = npmCommand();
  // No package needs its install script here, and one of them calls home.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const startedAt = Date.now();
  console.log('Installing packages (npm ci), one or two minutes the first time ...');
  const progress = setInterval(() => {
    console.log(`  still installing, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, PROGRESS_EVERY_MS);
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args, '--loglevel=error', '--no-progress'], {
      cwd: ROOT,
      shell,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  }).then((code) => {
    clearInterval(progress);
    if (code !== 0) {
      console.error(
        'The packages could not be installed. Is the npm registry within reach? Run the command again.',
      );
      process.exit(1);
    }
    console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  });
}

async function ensurePackages() {
  const wanted = lockHash();
  if (installedHash() === wanted) return;
  await install();
  writeFileSync(STAMP, `${wanted}\n`);
}

/**
 * npm starts scripts through a shell that does not pass SIGTERM on: ending npm would leave the server behind.
 * Started by npm we therefore end as soon as our parent is gone.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    console.error('npm has ended, and so does what it started.');
    process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

/** TypeScript runs in this very process: arguments, signals and the exit code are the script's own. */
async function run(script) {
  const esm = await import('tsx/esm/api');
  const cjs = await import('tsx/cjs/api');
  esm.register();
  cjs.register();
  process.argv.splice(1, 2, script);
  await import(pathToFileURL(script).href);
}

const script = process.argv[2];
if (!script) {
  console.error('usage: node scripts/with-dependencies.mjs <script.ts> [arguments]');
  process.exit(1);
}
process.chdir(ROOT);
requireNode();
endWithNpm();
await ensurePackages();
await run(path.resolve(ROOT, script));
