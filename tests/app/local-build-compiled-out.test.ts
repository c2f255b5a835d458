import { beforeAll, describe, expect, it } from 'vitest';
import { buildPhone, type Flavour } from '../../scripts/build/taro';
import { BUILD_MS } from '../support/build-time';
import { LOCAL_WORDS, localWordsIn } from '../support/local-words';

describe('the demo persons’ switch', () => {
  const built = new Map<Flavour, string>();
  beforeAll(async () => {
    for (const flavour of ['weapp', 'h5-local'] as const) built.set(flavour, (await buildPhone(flavour)).out);
  }, BUILD_MS);

  it('[SEC-14] is compiled out of what is deployed', async () => {
    expect(await localWordsIn(built.get('weapp') ?? '')).toEqual([]);
  });

  it('is in the page that the local cloud serves', async () => {
    expect(await localWordsIn(built.get('h5-local') ?? '')).toEqual(LOCAL_WORDS);
  });
});
