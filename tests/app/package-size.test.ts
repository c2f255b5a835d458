import { beforeAll, describe, expect, it } from 'vitest';
import { oversized, packageSizes } from '../../scripts/build/package-sizes';
import { buildPhone } from '../../scripts/build/taro';
import { WEAPP_DIST } from '../../scripts/project';
import { BUILD_MS } from '../support/build-time';

describe('package sizes of the built mini-program', () => {
  beforeAll(() => buildPhone('weapp'), BUILD_MS);

  it('keeps the main package and each subpackage under its limit', async () => {
    const sizes = await packageSizes(WEAPP_DIST);
    expect(oversized(sizes)).toEqual([]);
    expect(sizes[0]?.bytes).toBeGreaterThan(100_000);
  });

  it('names a package that is over its limit', () => {
    const sizes = [{ name: 'packages/motion/', bytes: 300 * 1024, limit: 200 * 1024 }];
    expect(oversized(sizes)).toEqual(['packages/motion/ has 300.0 KB, over its limit of 200.0 KB']);
  });
});
