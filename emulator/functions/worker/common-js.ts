import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { manifestIn, type Manifest } from './manifest';

type Handler = (module: Compiling, filename: string) => void;
interface Compiling {
  _compile(content: string, filename: string, format: 'commonjs'): void;
}

const INSTEAD =
  "write require and exports, or put the ES module into a file .mjs and load it with await import('./entry.mjs')";
/** What V8 says of the syntax of an ES module where none may be. */
const MODULE_SYNTAX = /outside a module|Unexpected token 'export'/;

/**
 * Loads the function's .js files as CommonJS, which is what the platform requires of index.js [D]: neither a package.json above
 * its folder (only the folder is uploaded) nor a newer Node, which takes ES modules by their syntax, makes it anything else. Its own
 * package.json with "type": "module" fails there with ERR_REQUIRE_ESM [F], and so does a package that is an ES module.
 */
export function loadAsCommonJs(folder: string): void {
  const handlers = (Module as unknown as { _extensions: Record<string, Handler> })._extensions;
  const original = handlers['.js'];
  handlers['.js'] = (module, filename) => {
    if (!filename.startsWith(folder + path.sep)) return original?.(module, filename);
    const where = path.relative(folder, filename);
    // For require it is CommonJS whatever its name ends in: a manifest speaks of .js alone.
    const manifest = filename.endsWith('.js') ? manifestOf(filename, folder) : undefined;
    if (filename.endsWith('.mjs') || manifest?.type === 'module') {
      const cause = manifest ? ` by "type": "module" in ${path.relative(folder, manifest.file)}` : '';
      throw refused(where, `is an ES module${cause}`);
    }
    const source = readFileSync(filename, 'utf8');
    if (hasModuleSyntax(source, filename)) throw refused(where, 'uses import or export');
    module._compile(source, filename, 'commonjs');
  };
}

function refused(where: string, what: string): Error {
  const message = `${where} ${what}: the platform loads functions as CommonJS; ${INSTEAD}`;
  return Object.assign(new Error(message), { code: 'ERR_REQUIRE_ESM' });
}

/** The nearest package.json of a file, not above the function's folder. */
function manifestOf(filename: string, folder: string): Manifest | undefined {
  for (let at = path.dirname(filename); at.startsWith(folder); at = path.dirname(at)) {
    const manifest = manifestIn(at);
    if (manifest) return manifest;
  }
  return undefined;
}

/** Only what looks like it is compiled a second time: Node's own refusal comes with advice that is wrong on the platform. */
function hasModuleSyntax(source: string, filename: string): boolean {
  if (!/^[^\S\r\n]*(?:import|export)\b/m.test(source)) return false;
  try {
    new vm.Script(`(async function () {${source.replace(/^#!.*/, '')}\n})`, { filename });
    return false;
  } catch (error) {
    return error instanceof SyntaxError && MODULE_SYNTAX.test(error.message);
  }
}
