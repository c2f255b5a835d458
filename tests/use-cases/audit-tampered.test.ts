import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../cloudfunctions/kernel/change';
import type { SealDocument } from '../../cloudfunctions/modules/audit/documents';
import { sealsOf } from '../support/audit-forgery';
import { documentsOf, inserted, removed } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';

const MINUTE = 60_000;
const RUNS = 24 * Number(process.env.YARD_ROUNDS ?? 1);

let cloud: TestCloud;
let yard: SmallCommunity;
let seals: SealDocument[];
let entries: Map<string, AuditEntry>;

/** Several seals, each of several entries. */
beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  for (let round = 0; round < 3; round += 1) {
    for (const text of ['灯不亮', '门锁坏了'])
      await cloud.as(yard.people.wang.openid).call('proposals.submit', { clientId: freshId(), text });
    await cloud.cloud.fireTimer('timer');
    // Past the window of the rate limit.
    await cloud.advance(11 * MINUTE);
  }
  seals = await sealsOf(cloud);
  entries = new Map((await documentsOf<AuditEntry>(cloud.cloud, 'audit')).map((one) => [one._id, one]));
}, 120_000);
afterAll(() => cloud.close());

async function check() {
  await cloud.advance(MINUTE);
  return cloud.as(yard.people.secretary.openid).call('audit.check', { from: 1 });
}

type Written = ['audit', AuditEntry] | ['audit_seals', SealDocument];

async function put([name, document]: Written): Promise<void> {
  await removed(cloud, name, document._id);
  await inserted(cloud, name, document);
}

/** One way to forge the record: what is written over what, or taken out, and the seal at which it must be found. */
interface Forgery {
  write?: Written[];
  remove?: Written;
  before: Written[];
  foundAt: number;
}

const FIELDS: readonly ((entry: AuditEntry) => AuditEntry)[] = [
  (one) => ({ ...one, actorId: `${one.actorId}x` }),
  (one) => ({ ...one, actorName: `${one.actorName}的弟弟` }),
  (one) => ({ ...one, action: 'proposals.withdraw' }),
  (one) => ({ ...one, at: one.at + 1 }),
  (one) => ({ ...one, path: [...one.path, 'elsewhere'] }),
  (one) => ({ ...one, subject: { ...one.subject, id: `${one.subject.id}0` } }),
  (one) => ({ ...one, matterId: one.matterId === null ? 'matter' : null }),
  (one) => ({ ...one, facts: { ...one.facts, more: 1 } }),
  (one) => ({ ...one, inputHash: [...one.inputHash].reverse().join('') }),
];

const pick = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};

function entryAt(seal: SealDocument, n: number): AuditEntry {
  const entry = entries.get(pick(seal.entryIds, n));
  if (!entry) throw new Error('a sealed entry is there');
  return entry;
}

const another = (n: number, than: number) => (n === than ? n + 1 : n);

const FORGERIES: readonly ((seal: SealDocument, a: number, b: number) => Forgery)[] = [
  (seal, a, b) => {
    const entry = entryAt(seal, a);
    const before: Written = ['audit', entry];
    return { write: [['audit', pick(FIELDS, b)(entry)]], before: [before], foundAt: seal.number };
  },
  (seal, a) => {
    const before: Written = ['audit', entryAt(seal, a)];
    return { remove: before, before: [before], foundAt: seal.number };
  },
  // Two entries change what they say: each keeps its place.
  (seal, a) => {
    const [one, other] = [entryAt(seal, a), entryAt(seal, a + 1)];
    const swapped: Written[] = [
      ['audit', { ...other, _id: one._id }],
      ['audit', { ...one, _id: other._id }],
    ];
    return {
      write: swapped,
      before: [
        ['audit', one],
        ['audit', other],
      ],
      foundAt: seal.number,
    };
  },
  // Two entries change their places in the seal.
  (seal, a) => {
    const ids = [...seal.entryIds];
    const [here, there] = [a % ids.length, (a + 1) % ids.length];
    [ids[here], ids[there]] = [ids[there] ?? '', ids[here] ?? ''];
    return {
      write: [['audit_seals', { ...seal, entryIds: ids }]],
      before: [['audit_seals', seal]],
      foundAt: seal.number,
    };
  },
  (seal) => ({ remove: ['audit_seals', seal], before: [['audit_seals', seal]], foundAt: seal.number }),
  // Two seals change their places.
  (seal, a) => {
    const other = pick(seals, another(a % seals.length, seals.indexOf(seal)));
    const write: Written[] = [
      ['audit_seals', { ...other, _id: seal._id, number: seal.number }],
      ['audit_seals', { ...seal, _id: other._id, number: other.number }],
    ];
    const before: Written[] = [
      ['audit_seals', seal],
      ['audit_seals', other],
    ];
    return { write, before, foundAt: Math.min(seal.number, other.number) };
  },
];

describe('the sealed record', () => {
  it('[AUD-3] shows where any entry or seal was changed, taken out or moved, and is whole once it is back', async () => {
    expect((await check()).brokenAt).toBeNull();
    expect(seals.length).toBeGreaterThan(2);
    // Where a seal holds one entry there is nothing to move in it.
    const full = seals.filter(({ entryIds }) => entryIds.length > 1);
    const kinds = fc.constantFrom(...FORGERIES.keys());
    await fc.assert(
      fc.asyncProperty(kinds, fc.nat(99), fc.nat(99), fc.nat(99), async (kind, which, a, b) => {
        const { write = [], remove, before, foundAt } = pick(FORGERIES, kind)(pick(full, which), a, b);
        if (remove) await removed(cloud, remove[0], remove[1]._id);
        for (const one of write) await put(one);
        const { brokenAt } = await check();
        for (const one of before) await put(one);
        expect([kind, brokenAt]).toEqual([kind, foundAt]);
        expect((await check()).brokenAt).toBeNull();
      }),
      { numRuns: RUNS, seed: 17, endOnFailure: true },
    );
  }, 120_000);
});
