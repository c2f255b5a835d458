import path from 'node:path';
import { describe, it, onTestFinished } from 'vitest';
import { expectWhole, writeUntilKilled } from '../support/crash';
import { temporaryFolder } from '../support/database-server';

const ROUNDS = Number(process.env.YARD_CRASH_ROUNDS ?? 2);

describe('a process killed at many points', () => {
  it(`loses nothing and tears nothing in ${ROUNDS} rounds on one file`, {
    timeout: 60_000 + ROUNDS * 20_000,
  }, async () => {
    const { folder, remove } = temporaryFolder();
    onTestFinished(remove);
    const file = path.join(folder, 'cloud.db');
    const earlier = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Numbers that share no factor with the size of a batch, so that each round ends at another place in it.
      const acknowledged = await writeUntilKilled(file, `r${round}`, 1 + ((round * 37) % 311));
      await expectWhole(file, acknowledged);
      earlier.push(acknowledged);
    }
    for (const acknowledged of earlier) await expectWhole(file, acknowledged);
  });
});
