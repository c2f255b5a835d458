import { beforeAll, describe, expect, it } from 'vitest';
import { syntaxBeyond, tooModern } from '../../scripts/build/es-level';
import { buildPhone } from '../../scripts/build/taro';
import { BUILD_MS } from '../support/build-time';

// The deployed page is looked at in tests/e2e/deployed-page.full.test.ts; the local one is for present browsers.
describe('syntax of the built mini-program', () => {
  let out = '';
  beforeAll(async () => {
    out = (await buildPhone('weapp')).out;
  }, BUILD_MS);

  it('can be parsed by the oldest engines we serve', async () => {
    expect(await tooModern(out)).toEqual([]);
  });
});

describe('the syntax check itself', () => {
  it('finds what an ES5 engine cannot parse', () => {
    expect(syntaxBeyond('var a = b ?? 1;', 5)).not.toBeNull();
    expect(syntaxBeyond('const a = 1;', 5)).not.toBeNull();
    expect(syntaxBeyond('var a = 1;', 5)).toBeNull();
  });
});
