import { JSDOM } from 'jsdom';

/**
 * What miniprogram-simulate looks for among the globals. Vitest's own jsdom environment would replace much more, among it what
 * esbuild and the local cloud, which run in the same process, rely on.
 */
const GLOBALS = [
  'document',
  'Element',
  'HTMLElement',
  'Node',
  'Text',
  'Event',
  'CustomEvent',
  'MutationObserver',
] as const;

/** Gives this process a DOM for rendered pages; the first import of the simulator needs it. */
export function installDom(): void {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', { pretendToBeVisual: true });
  const parts = Object.fromEntries(GLOBALS.map((name) => [name, window[name] as unknown]));
  Object.assign(globalThis, { window }, parts);
}
