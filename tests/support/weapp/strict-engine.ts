import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { MiniPage } from './simulator';

/** A node of the tree that Taro's runtime sends to the page by setData: `v` its text, `cn` its children. */
interface TaroNode {
  v?: string;
  cn?: TaroNode[];
}

interface StrictPage extends MiniPage {
  data: { root: TaroNode };
  setData(patch: Record<string, unknown>, done?: () => void): void;
}

interface MiniApp {
  onLaunch(options: object): void;
  onShow?(options: object): void;
}

/** A mini-program in an engine that has ECMAScript and `wx`, and nothing of a browser or of Node. */
export interface StrictEngine {
  /** Opens a page and returns a function that reads all text on it. */
  open(route: string): () => string;
  /** Evaluates a script among the engine's globals. */
  evaluate(script: string): unknown;
}

/** Engines of phones lack these, though Node's contexts have them. */
const ABSENT = ['SharedArrayBuffer', 'WebAssembly', 'structuredClone', 'Atomics'];
const LAUNCH = { path: '', query: {}, scene: 1001, referrerInfo: {} };

const textOf = ({ v = '', cn = [] }: TaroNode): string => v + cn.map(textOf).join(' ');

/** Writes a path of setData (`root.cn.[0].v`) into the page's data, as WeChat does. */
function assign(target: Record<string, unknown>, key: string, value: unknown): void {
  const steps = key
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop() ?? '';
  let place = target;
  for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

/** A module loader inside the engine: each file is wrapped as WeChat wraps it. */
function loaderIn(context: vm.Context): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (given: string): unknown => {
    const file = given.endsWith('.js') ? given : `${given}.js`;
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`;
    const run = vm.runInContext(source, context, { filename: file }) as (...parts: unknown[]) => void;
    run((wanted: string) => load(path.resolve(path.dirname(file), wanted)), module, module.exports);
    return module.exports;
  };
  return load;
}

/** Starts the mini-program of `dist`. Throws what its code throws; evaluating text as code is forbidden, as in WeChat. */
export function startStrictEngine(dist: string, wx: Record<string, unknown>): StrictEngine {
  const pages: StrictPage[] = [];
  let app: MiniApp | undefined;
  let page: Partial<StrictPage> = {};
  const globals = {
    wx,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    App: (given: MiniApp) => {
      app = given;
    },
    Page: (given: StrictPage) => {
      page = given;
    },
    Component: () => undefined,
    Behavior: () => undefined,
    getApp: () => app,
    getCurrentPages: () => pages,
  };
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(ABSENT.map((name) => `delete globalThis.${name};`).join('\n'), context);
  const load = loaderIn(context);
  load(path.join(dist, 'app.js'));
  app?.onLaunch(LAUNCH);
  app?.onShow?.(LAUNCH);
  return {
    evaluate: (script) => vm.runInContext(script, context) as unknown,
    open(route) {
      load(path.join(dist, route));
      const data = JSON.parse(JSON.stringify(page.data)) as StrictPage['data'];
      const opened = Object.assign({ ...page } as StrictPage, {
        route,
        options: {},
        data,
        setData(patch: Record<string, unknown>, done?: () => void) {
          for (const [key, value] of Object.entries(patch)) assign(data, key, value);
          done?.();
        },
      });
      pages.push(opened);
      opened.onLoad?.({});
      opened.onShow?.();
      opened.onReady?.();
      return () => textOf(data.root);
    },
  };
}
