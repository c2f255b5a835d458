import { fileURLToPath } from 'node:url';
import {
  type CallAnswer,
  type CollectionSpec,
  type Database,
  type LocalCloud,
  startLocalCloud,
} from '../../../emulator';

const AT_ONCE = 1000;

export const collections: CollectionSpec[] = [
  {
    name: 'ballots',
    indexes: [
      {
        name: 'motion_home',
        keys: [
          { field: 'motionId', order: 1 },
          { field: 'home', order: 1 },
        ],
        unique: true,
      },
      { name: 'path', keys: [{ field: 'path', order: 1 }] },
    ],
  },
];

/** A document as large as a ballot, in the text that the SDK would send. */
function ballot(n: number): string {
  return JSON.stringify({
    _id: `b${n}`,
    motionId: `m${n % 50}`,
    home: `h${n}`,
    path: ['c1', `y${n % 20}`],
    choice: ['for', 'against', 'abstain'][n % 3],
    castAt: { $numberLong: String(1_760_000_000_000 + n) },
    weight: { area: { $numberInt: String(8000 + (n % 9000)) }, heads: { $numberInt: '1' } },
    revision: { $numberInt: '1' },
    note: `电梯更换工程表决票第${n}号`,
    receipt: String(n).padStart(120, '0'),
  });
}

export async function putBallots(database: Database, count: number): Promise<void> {
  for (let at = 0; at < count; at += AT_ONCE) {
    const length = Math.min(AT_ONCE, count - at);
    const data = Array.from({ length }, (_, n) => ballot(at + n));
    const answer = await database.handle({
      action: 'database.insertDocument',
      collectionName: 'ballots',
      data,
    });
    if ('code' in answer) throw new Error(answer.message);
  }
}

/** A local cloud of the one function that reads. */
export function startBallots(dataDir: string): Promise<LocalCloud> {
  const functionsDir = fileURLToPath(new URL('functions', import.meta.url));
  return startLocalCloud({ functionsDir, dataDir, collections, timers: false });
}

/** Lets the function read and gives the ms that it measured. */
export async function readings(cloud: LocalCloud, data: object): Promise<number[]> {
  return resultOf<{ ms: number[] }>(await cloud.call('reader', data, 'o_bench')).ms;
}

export function resultOf<T>(answer: CallAnswer): T {
  if ('errCode' in answer) throw new Error(answer.errMsg);
  return answer.result as T;
}
