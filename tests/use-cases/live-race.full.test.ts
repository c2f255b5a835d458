import type { AskDocument } from '../../cloudfunctions/modules/live/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../support/documents';
import { arrived, liveCallsOf, neighbours } from '../support/live';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import type { PersonKey } from '../support/motions';
import { freshId, smallCommunity, type SmallCommunity } from '../support/persons';

const NEIGHBOURS = 60;
/** Seconds on an idle machine; a busy one takes ten times as long. */
const YARD_MS = 120_000;
/** Who checks in with the code; the others are there already. */
const AT_THE_DOOR = 10;

let cloud: TestCloud;
let yard: SmallCommunity;
let live: ReturnType<typeof liveCallsOf>;

const codes = (answers: PromiseSettledResult<unknown>[]) =>
  answers.map((answer) => (answer.status === 'fulfilled' ? 'ok' : (answer.reason as { code: string }).code));

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  live = liveCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

describe('two officers at once', () => {
  it('[LIVE-4] make one step of what is pressed twice, on two phones of who leads', async () => {
    const { id } = await live.meeting(['wang', 'zhou', 'liuFang']);
    await live.send('secretary', 'live.start', { id });
    for (const person of ['wang', 'zhou', 'liuFang'] as const) await live.send(person, 'live.ask', { id });
    await live.later('secretary', id);
    const twice = (action: 'live.item' | 'live.next', input: object) =>
      Promise.allSettled([1, 2].map(() => live.send('secretary', action, { id, ...input })));
    expect(codes(await twice('live.next', { from: null, spoke: true })).sort()).toEqual(['STALE', 'ok']);
    expect((await live.view('secretary', id)).state).toMatchObject({ speaker: 1, waiting: [2, 3] });
    expect(codes(await twice('live.item', { from: 'a', to: 'b' })).sort()).toEqual(['STALE', 'ok']);
    expect((await live.view('secretary', id)).state?.itemId).toBe('b');
  });

  it('[IDM-1] [LIVE-4] answer a step whose answer was lost like the first time', async () => {
    const { id } = await live.meeting(['wang', 'zhou']);
    await live.send('secretary', 'live.start', { id });
    for (const person of ['wang', 'zhou'] as const) await live.send(person, 'live.ask', { id });
    const clientId = freshId();
    const press = () => live.send('secretary', 'live.next', { id, from: null, spoke: true }, clientId);
    const first = await press();
    expect((await press()).state).toEqual(first.state);
  });

  it('[LIVE-4] take over from a phone that is gone: one of them does, and the other is told', async () => {
    const { id } = await live.meeting();
    await live.send('secretary', 'live.start', { id });
    const others: PersonKey[] = ['zhao', 'residentsCommittee'];
    expect((await live.view('zhao', id)).can).toMatchObject({ lead: 'LIVE_NOT_LEADING', takeOver: null });
    const answers = await Promise.allSettled(
      others.map((who) => live.send(who, 'live.takeOver', { id, term: 1 })),
    );
    expect(codes(answers).sort()).toEqual(['STALE', 'ok']);
    const winner = others[answers.findIndex(({ status }) => status === 'fulfilled')] ?? 'zhao';
    const other = others.find((who) => who !== winner) ?? 'zhao';
    expect((await live.view(other, id)).leader).toMatchObject({
      ...{ you: false, term: 2, office: winner === 'zhao' ? '业委会' : '居委会' },
    });
    const step = (who: PersonKey) => live.send(who, 'live.item', { id, from: 'a', to: 'b' });
    for (const who of [other, 'secretary'] as const) {
      await expect(step(who)).rejects.toMatchObject({ code: 'LIVE_NOT_LEADING' });
    }
    expect((await step(winner)).state?.itemId).toBe('b');
    const again = live.send(winner, 'live.takeOver', { id, term: 2 });
    await expect(again).rejects.toMatchObject({ code: 'LIVE_LEADING' });
    await expect(live.send('wang', 'live.takeOver', { id, term: 2 })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

describe('a whole yard at once', { timeout: YARD_MS }, () => {
  it('[LIVE-3] [LIVE-6] has its hands counted once each, in their order, without a write to what all share', async () => {
    const voters = await neighbours(cloud, yard, NEIGHBOURS);
    const { clock } = cloud.cloud;
    const { id, code } = await live.meeting();
    await live.send('secretary', 'live.start', { id });
    const versionOf = async () =>
      (await documentsOf<{ _id: string; version: number }>(cloud.cloud, 'live_meetings')).find(
        ({ _id }) => _id === id,
      )?.version;
    const before = await versionOf();
    const checkIn = (openid: string) =>
      cloud.as(openid).call('meetings.checkIn', { clientId: freshId(), id, code });
    await Promise.all(voters.slice(0, AT_THE_DOOR).map(checkIn));
    await arrived(cloud, id, voters.slice(AT_THE_DOOR));
    const ask = (openid: string) => cloud.as(openid).call('live.ask', { clientId: freshId(), id });
    const half = voters.slice(0, NEIGHBOURS / 2);
    // The clock stands still: whoever polls meanwhile finds the figures fresh.
    await Promise.all(half.map(ask));
    expect(await versionOf()).toBe(before);
    clock.set(clock.now() + 3_000);
    // From here on one of them adds up and deals while the others still ask.
    const poll = (openid: string) => cloud.as(openid).call('live.state', { id });
    await Promise.all([...voters.slice(NEIGHBOURS / 2).map(ask), ...half.slice(0, AT_THE_DOOR).map(poll)]);
    const { state, desk } = await live.later('secretary', id);
    const numbers = Array.from({ length: NEIGHBOURS }, (_, n) => n + 1);
    expect(state).toMatchObject({ present: NEIGHBOURS, presentHomes: NEIGHBOURS, waiting: numbers });
    expect(new Set(desk?.queue.map(({ name }) => name)).size).toBe(NEIGHBOURS);
    const dealt = (await documentsOf<AskDocument>(cloud.cloud, 'live_queue')).filter(
      ({ meetingId }) => meetingId === id,
    );
    expect(dealt.map(({ number }) => number).sort((a, b) => a - b)).toEqual(numbers);
  });
});
