import { realpathSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import type vm from 'node:vm';
import { loadAsCommonJs } from './common-js';
import { manifestIn } from './manifest';
import type { InstanceSeed } from './protocol';

interface Loader {
  _nodeModulePaths: (this: Loader, from: string) => string[];
  _resolveFilename: (
    this: Loader,
    request: string,
    parent?: { filename?: string },
    ...rest: unknown[]
  ) => string;
}

const SDK = 'wx-server-sdk';
/** Requests for a file or a folder rather than a package; and those of them that Node takes for a folder alone. */
const A_PLACE = /^(\.{0,2}\/|\.{1,2}$)/;
const A_FOLDER = /(^|\/)\.{0,2}$/;

/**
 * Lets the function find only what is uploaded with it: files and packages of its own folder. What lies above it, on this
 * machine, would not be there on the platform. The one exception is the SDK: where none is installed in the folder, the local
 * cloud's own is taken, and the log says so once. `ran` hears of the script of index.js.
 */
export function confineToOwnFolder(
  { file, sdk, told, compiled }: InstanceSeed,
  ran: (script: vm.Script) => void,
): void {
  const folder = realpathSync(path.dirname(file));
  const isOwn = (place: string | undefined) => place !== undefined && place.startsWith(folder + path.sep);
  const loader = Module as unknown as Loader;
  const { _nodeModulePaths: folders, _resolveFilename: resolve } = loader;
  loadAsCommonJs(folder, { file: path.join(folder, path.basename(file)), compiled, ran });

  loader._nodeModulePaths = (from) => {
    const found = folders.call(loader, from);
    return from === folder || isOwn(from) ? found.filter(isOwn) : found;
  };
  loader._resolveFilename = (request, parent, ...rest) => {
    if (!parent?.filename || !isOwn(parent.filename)) return resolve.call(loader, request, parent, ...rest);
    if (A_PLACE.test(request) && !isOwn(placeOf(request, path.dirname(parent.filename)))) {
      throw notFound(`Cannot find module '${request}': only the folder of the function is uploaded`);
    }
    try {
      return resolve.call(loader, request, parent, ...rest);
    } catch (error) {
      if (request !== SDK && !request.startsWith(`${SDK}/`)) throw explained(error, request, folder);
      if (Atomics.exchange(new Int32Array(told), 0, 1) === 0) console.warn(borrowed(folder, sdk));
      return createRequire(sdk).resolve(request);
    }
  };
}

/** What is asked for from a folder; what can only be a folder itself ends in a separator. */
function placeOf(request: string, from: string): string {
  return path.resolve(from, request) + (A_FOLDER.test(request) ? path.sep : '');
}

function notFound(message: string): Error {
  return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' });
}

/** Says what to do about a package that package.json names and nobody installed. */
function explained(error: unknown, request: string, folder: string): unknown {
  if (error instanceof Error && isNamed(folder, request)) {
    error.message = `Cannot find module '${request}', which package.json names: run npm install in ${folder}`;
  }
  return error;
}

function borrowed(folder: string, sdk: string): string {
  const { version } = createRequire(sdk)(`${SDK}/package.json`) as { version: string };
  const told = `${SDK} is not installed in ${folder}: the local cloud's own, version ${version}, is used`;
  return isNamed(folder, SDK)
    ? told
    : `${told}, but package.json does not name it: the platform would not find it`;
}

function isNamed(folder: string, request: string): boolean {
  const names = Object.keys(manifestIn(folder)?.dependencies ?? {});
  return names.some((name) => request === name || request.startsWith(`${name}/`));
}
