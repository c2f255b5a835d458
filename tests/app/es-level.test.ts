import { beforeAll, describe, expect, it } from 'vitest';
import { syntaxBeyond, tooModern } from '../../scripts/build/es-level';
import { buildPhone, type Flavour } from '../../scripts/build/taro';
import { BUILD_MS } from '../support/build-time';

describe.each<Flavour>(['weapp', 'h5-local'])('syntax of the built %s', (flavour) => {
  let out = '';
  beforeAll(async () => {
    out = (await buildPhone(flavour)).out;
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
