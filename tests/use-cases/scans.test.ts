import { afterEach, describe, expect, it, vi } from 'vitest';
import { startTestCloud } from '../support/local-cloud';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('a cloud of the tests', () => {
  it('fails when it is closed after a query that no index served and that has no reason', async () => {
    // The scan of this test is no scan of the application: the report of the run does not show it.
    vi.stubEnv('YARD_SCANS', '');
    const test = await startTestCloud();
    const scan = { collection: 'persons', shape: '{nobodyAsksThis}', times: 1, looked: 3 };
    vi.spyOn(test.cloud, 'scans').mockReturnValue([scan]);
    await expect(test.close()).rejects.toThrow('persons {nobodyAsksThis}: 3');
  });
});
