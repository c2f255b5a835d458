// Makes package-lock.json installable with `npm ci` everywhere; `npm run lock` calls it after npm has written the lock.
//
// 1. Some packages name optional builds for other platforms that the registry does not have. npm leaves them out of the
//    lock and `npm ci` then refuses it (EUSAGE, "Missing ... from lock file"). Each gets an inert entry: its os and cpu
//    never match, so nothing is fetched for it.
// 2. `resolved` addresses name the registry of whoever wrote the lock. Without them npm asks the registry configured
//    where it runs, and `integrity` still says what must come.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '..', 'package-lock.json');
const PLATFORM = /(android|darwin|linux|win32|freebsd|openharmony|wasi?)[-.]?(arm64|x64|ia32|arm)?/;

/** Where npm would find `name` required from the package at lock key `from`: its own folder, then each parent's. */
function isLocked(packages, from, name) {
  for (let folder = from; ; folder = parentOf(folder)) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

const parentOf = (folder) => folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));

function inertEntry(name, range, dev) {
  const [, os = 'linux', cpu] = PLATFORM.exec(name) ?? [];
  return {
    version: range.replace(/^[^\d]*/, ''),
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(dev ? { dev } : {}),
    optional: true,
    // A Linux build that is missing would match here, and be asked for: exclude its own platform instead.
    os: [os === 'linux' ? '!linux' : os],
  };
}

function addMissingOptionals(packages) {
  const added = [];
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, from, name)) continue;
      packages[`node_modules/${name}`] = inertEntry(name, range, entry.dev);
      added.push(name);
    }
  }
  return added;
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = addMissingOptionals(lock.packages);
for (const entry of Object.values(lock.packages)) delete entry.resolved;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length
    ? `Entries added for builds the registry lacks: ${added.join(', ')}`
    : 'The lock was complete.',
);
