import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallName } from '@contract/calls';
import type { PathBoardDocument } from '../../cloudfunctions/modules/paths/documents';
import type { RepairDocument } from '../../cloudfunctions/modules/repairs/documents';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type PersonKey } from '../support/motions';
import { pathCallsOf } from '../support/paths';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';
import { uploadPhoto } from '../support/photos';
import { type Act, type Repair, repairCallsOf } from '../support/repairs';
import { codeOf } from '../support/wangs-paper';

const TIME = 600_000;
const MODES = ['fail', 'fail-after'] as const;
const STEP = 'party-discussion';

/** A command that is broken off at one of its requests, and where what it did is read. */
interface Command {
  by: PersonKey;
  action: CallName;
  input: object;
  /** How far its document has come: one more with each carried command. */
  read: () => Promise<number>;
}

let cloud: TestCloud;
let yard: SmallCommunity;
let on: ReturnType<typeof pathCallsOf>;
let repairs: ReturnType<typeof repairCallsOf>;

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  const photo = await uploadPhoto(cloud, yard.people.secretary.openid);
  on = pathCallsOf(cloud, yard, photo);
  repairs = repairCallsOf(cloud, yard, photo);
});
afterEach(() => cloud.cloud.faults.reset());
afterAll(() => cloud.close());

const entries = async () => (await documentsOf(cloud.cloud, 'audit')).length;

/**
 * Fails each database request of a command in turn: afterwards it is done or not done, its retry completes it, and a further one
 * changes nothing. @returns how many requests there were
 */
async function sweep(then: (typeof MODES)[number], make: () => Promise<Command>): Promise<number> {
  for (let k = 1; ; k += 1) {
    // Past every limit of calls in ten minutes.
    cloud.cloud.clock.set(cloud.cloud.clock.now() + 11 * 60_000);
    const { by, action, input, read } = await make();
    const before = { done: await read(), entries: await entries() };
    const send = () => cloud.as(yard.people[by].openid).send(action, input);
    const fault = cloud.cloud.faults.on({ action: /^database\./, nth: k, then });
    await send();
    const struck = fault.hits > 0;
    cloud.cloud.faults.reset();
    const broken = { done: (await read()) - before.done, entries: (await entries()) - before.entries };
    // The entry and the change stand together or not at all (AUD-1).
    expect([k, broken.done]).toEqual([k, broken.entries]);
    expect([k, codeOf(await send())]).toEqual([k, 'ok']);
    expect([k, codeOf(await send())]).toEqual([k, 'ok']);
    expect([k, await read(), await entries()]).toEqual([k, before.done + 1, before.entries + 1]);
    if (!struck) return k;
  }
}

describe.each(MODES)('a step of the lawful path whose database request does %s', (then) => {
  /** The matter's board, counted by what was recorded, corrected or withdrawn. */
  const boardOf = (matterId: string) => async () => {
    const boards = await documentsOf<PathBoardDocument>(cloud.cloud, 'path_boards');
    const records = boards.find((board) => board.matterId === matterId)?.records ?? [];
    const withdrawn = records.filter(({ setAside }) => setAside?.how === 'withdrawn');
    return records.length + withdrawn.length;
  };
  const standing = async (matterId: string) =>
    on.stepOf(await on.board('secretary', matterId, 'residents-assembly'), STEP)?.record?.id ?? null;
  const withdrawn = async (matterId: string) => {
    const recordId = await standing(matterId);
    if (!recordId) return;
    const input = { clientId: freshId(), matterId, recordId, reason: '记错了' };
    await on.as('secretary').call('paths.withdraw', input);
  };

  it.each(['record', 'correct', 'withdraw'] as const)(
    '[PATH-15] [IDM-4] is brought to its end by a retry, whichever it is: %s',
    async (what) => {
      const matterId = await on.motions.shared('wang', `门口加装路灯，第${MODES.indexOf(then)}次：${what}`);
      const read = boardOf(matterId);
      const requests = await sweep(then, async () => {
        if (what === 'record') await withdrawn(matterId);
        else if (!(await standing(matterId))) await on.record('secretary', matterId, STEP);
        const recordId = await standing(matterId);
        const target = { clientId: freshId(), matterId };
        const inputs = {
          record: { ...target, step: STEP, ...on.said() },
          correct: { ...target, recordId, reason: '写错了人', ...on.said() },
          withdraw: { ...target, recordId, reason: '记错了' },
        };
        return { by: 'secretary', action: `paths.${what}`, input: inputs[what], read };
      });
      expect(requests).toBeGreaterThan(6);
    },
    TIME,
  );
});

describe.each(MODES)('an urgent repair whose database request does %s', (then) => {
  const revisionOf = (id: string) => async () => {
    const cases = await documentsOf<RepairDocument>(cloud.cloud, 'repairs');
    return cases.find(({ _id }) => _id === id)?.revision ?? 0;
  };
  const STEPS: Act[] = ['apply', 'begin', 'publish', 'close'];
  /** A case that has come as far as before a step. */
  async function upTo(step: Act): Promise<Repair> {
    let repair = await repairs.open('zhao');
    const behind = STEPS.includes(step) ? STEPS.slice(0, STEPS.indexOf(step)) : [];
    for (const done of behind) repair = await repairs.act(done, 'zhao', repair);
    if (step === 'close') cloud.cloud.clock.set(cloud.cloud.clock.now() + 16 * DAY);
    return repair;
  }

  it.each<Act>(['apply', 'begin', 'publish', 'close', 'withdraw', 'correct'])(
    '[URG-3] [IDM-4] takes its step once, by a retry: %s',
    async (what) => {
      const requests = await sweep(then, async () => {
        const repair = await upTo(what);
        const input = repairs.inputOf(what, repair);
        return { by: 'zhao', action: `repairs.${what}`, input, read: revisionOf(repair.id) };
      });
      expect(requests).toBeGreaterThan(6);
    },
    TIME,
  );

  it.each(['object', 'answer'] as const)(
    '[URG-5] [IDM-4] keeps an objection and its answer once, by a retry: %s',
    async (what) => {
      const requests = await sweep(then, async () => {
        const bill = await repairs.published();
        const { id } = bill;
        const read = revisionOf(id);
        const said = { clientId: freshId(), id, text: '比估价多了一千多，为什么？' };
        if (what === 'object') return { by: 'wang', action: 'repairs.object', input: said, read };
        const objectionId = (await repairs.object('wang', bill)).objections[0]?.id ?? '';
        return { by: 'zhao', action: 'repairs.answer', input: { ...said, objectionId }, read };
      });
      expect(requests).toBeGreaterThan(6);
    },
    TIME,
  );
});
