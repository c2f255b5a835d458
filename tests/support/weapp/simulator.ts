import { createRequire } from 'node:module';
import path from 'node:path';
import { installDom } from './dom';

/** A page as Taro's runtime hands it to WeChat's `Page()`. */
export interface MiniPage {
  route: string;
  options: Record<string, string>;
  onLoad?(query: Record<string, string>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
}

interface MiniApp {
  onLaunch?(options: object): void;
  onShow?(options: object): void;
}

/** A rendered page: exparser, the component system of WeChat, in the DOM of jsdom. */
export interface Rendered {
  instance: MiniPage;
  attach(parent: Node): void;
  detach(): void;
}

interface Simulate {
  load(page: string, tag: string, options: { rootPath: string; compiler: 'official' }): string;
  render(id: string): Rendered;
}

interface Exparser {
  Event: {
    create(name: string, detail: object, options: object): unknown;
    dispatchEvent(element: unknown, event: unknown): void;
  };
}

/** What a mini-program finds among the globals of its engine. */
interface Engine {
  wx: Record<string, unknown>;
  App: (app: MiniApp) => void;
  Page: (page: Record<string, unknown>) => void;
  Component: (definition: object) => void;
  getApp: () => MiniApp | undefined;
  getCurrentPages: () => MiniPage[];
}

installDom();
const load = createRequire(import.meta.url);
const engine = globalThis as unknown as Engine;
const simulate = load('miniprogram-simulate') as Simulate;
const exparser = createRequire(load.resolve('j-component'))('miniprogram-exparser') as Exparser;
const registerComponent = engine.Component;
const LAUNCH = { path: '', query: {}, scene: 1001, referrerInfo: {} };

/** A running mini-program of one phone; a new one forgets the one before. */
export interface Simulator {
  /** Renders a page that is not attached yet, and whose lifecycle nobody has begun. */
  render(route: string): Rendered;
}

/** Taro pages are WeChat pages; the simulator knows components only. */
function pageAsComponent(page: Record<string, unknown>): void {
  const methods = Object.fromEntries(Object.entries(page).filter(([, value]) => typeof value === 'function'));
  registerComponent({ data: page.data ?? {}, methods, options: { classPrefix: '' } });
}

/** webpack runs a module once: Node's cache and the list of chunks have to be forgotten before a new start. */
function forgetBundle(dist: string): void {
  for (const file of Object.keys(load.cache)) if (file.startsWith(dist + path.sep)) delete load.cache[file];
  delete engine.wx.webpackJsonp;
}

/** Starts the mini-program built in `dist` with `wx` as its WeChat; `pages` is the stack that getCurrentPages() shows. */
export function launch(dist: string, wx: Record<string, unknown>, pages: () => MiniPage[]): Simulator {
  let app: MiniApp | undefined;
  engine.wx = wx;
  forgetBundle(dist);
  engine.App = (given) => {
    app = given;
  };
  engine.getApp = () => app;
  engine.getCurrentPages = pages;
  engine.Page = pageAsComponent;
  engine.Component = registerComponent;
  load(path.join(dist, 'app.js'));
  app?.onLaunch?.(LAUNCH);
  app?.onShow?.(LAUNCH);
  const known = new Map<string, string>();
  return {
    render(route) {
      const id =
        known.get(route) ??
        simulate.load(path.join(dist, route), 'mp-page', { rootPath: dist, compiler: 'official' });
      known.set(route, id);
      return simulate.render(id);
    },
  };
}

/** Sends an event of WeChat (`tap`, `input`, `change`) to the element at or above a DOM node; it bubbles. */
export function sendEvent(node: Element, name: string, detail: object): void {
  let target: Element | null = node;
  while (target && !('__wxElement' in target)) target = target.parentElement;
  if (!target) throw new Error(`<${node.tagName.toLowerCase()}> belongs to no element of the page`);
  const { __wxElement: element } = target as unknown as { __wxElement: unknown };
  const options = {
    originalEvent: null,
    bubbles: true,
    capturePhase: true,
    composed: true,
    extraFields: { touches: {} },
  };
  exparser.Event.dispatchEvent(element, exparser.Event.create(name, detail, options));
}
