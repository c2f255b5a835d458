import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPhone } from '../../scripts/build/taro';
import { WEAPP_DIST } from '../../scripts/project';
import { BUILD_MS } from '../support/build-time';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { until } from '../support/until';
import { phoneCloud } from '../support/weapp';
import { startStrictEngine } from '../support/weapp/strict-engine';
import { wxApi } from '../support/weapp/wx-api';

interface Manifest {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

async function routes(): Promise<string[]> {
  const manifest = JSON.parse(await readFile(path.join(WEAPP_DIST, 'app.json'), 'utf8')) as Manifest;
  const packaged = (manifest.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...manifest.pages, ...packaged];
}

describe('the built mini-program in an engine with ECMAScript and wx alone', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    await buildPhone('weapp');
    cloud = await startTestCloud();
  }, BUILD_MS);
  afterAll(() => cloud.close());

  const start = () =>
    startStrictEngine(
      WEAPP_DIST,
      wxApi({
        cloud: phoneCloud(cloud.cloud, 'visitor-one'),
        answers: { modal: true, photos: [], subscribe: false },
        dialogs: [],
        go: () => undefined,
      }),
    );

  it('opens every page without anything of a browser or of Node', async () => {
    const engine = start();
    const all = await routes();
    expect(all.length).toBeGreaterThanOrEqual(4);
    for (const route of all) {
      const text = engine.open(route);
      await until(
        () => text().trim(),
        () => `${route} shows nothing`,
      );
    }
  });

  it('has no browser, no Node, and does not run text as code', () => {
    const engine = start();
    const foreign = [
      'window',
      'document',
      'process',
      'require',
      'fetch',
      'AbortController',
      'structuredClone',
    ];
    expect(foreign.filter((name) => engine.evaluate(`typeof ${name}`) !== 'undefined')).toEqual([]);
    expect(() => engine.evaluate("new Function('return 1')()")).toThrow(/Code generation from strings/);
  });
});
