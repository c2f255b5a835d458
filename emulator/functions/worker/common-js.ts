import { readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { manifestIn, type Manifest } from './manifest';

type Handler = (module: Compiling, filename: string) => void;
interface Compiling {
  exports: unknown;
  _compile(content: string, filename: string, format: 'commonjs'): void;
}
/** index.js; V8's code for it, where there is some; who hears of its script. */
interface Entry {
  file: string;
  compiled?: Uint8Array;
  ran: (script: vm.Script) => void;
}
/** What `Module.wrap` makes of a file's text. */
type Wrapped = (
  this: unknown,
  exports: unknown,
  require: NodeJS.Require,
  module: Compiling,
  filename: string,
  folder: string,
) => void;

const INSTEAD =
  "write require and exports, or put the ES module into a file .mjs and load it with await import('./entry.mjs')";
/** What V8 says of the syntax of an ES module where none may be. */
const MODULE_SYNTAX = /outside a module|Unexpected token 'export'/;

/**
 * Loads the function's .js files as CommonJS, which is what the platform requires of index.js [D]: neither a package.json above
 * its folder (only the folder is uploaded) nor a newer Node, which takes ES modules by their syntax, makes it anything else. Its own
 * package.json with "type": "module" fails there with ERR_REQUIRE_ESM [F], and so does a package that is an ES module.
 */
export function loadAsCommonJs(folder: string, entry: Entry): void {
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
    if (filename === entry.file) runEntry(module, filename, source, entry);
    else module._compile(source, filename, 'commonjs');
  };
}

/** As `_compile` does, which cannot be given compiled code: to compile a bundle takes longer than to run it. */
function runEntry(module: Compiling, filename: string, source: string, entry: Entry): void {
  const script = compileEntry(filename, source, entry.compiled);
  // What has an error in it is refused in Node's own words.
  if (!script) return module._compile(source, filename, 'commonjs');
  const run = script.runInThisContext() as Wrapped;
  const require = Module.createRequire(filename);
  run.call(module.exports, module.exports, require, module, filename, path.dirname(filename));
  entry.ran(script);
}

function compileEntry(filename: string, source: string, compiled?: Uint8Array): vm.Script | undefined {
  try {
    return new vm.Script(Module.wrap(source.replace(/^#!.*/, '')), {
      filename,
      columnOffset: -Module.wrap('').indexOf('\n'),
      cachedData: compiled,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
  } catch {
    return undefined;
  }
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
