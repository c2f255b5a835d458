import type { LiveView } from '@contract/live';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveCallsOf, overHttp, secretOf } from '../support/live';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { smallCommunity, type SmallCommunity } from '../support/persons';

const MINUTE = 60_000;

let cloud: TestCloud;
let yard: SmallCommunity;
let live: ReturnType<typeof liveCallsOf>;
let id: string;
let secrets = 0;

const refused = (code: string): unknown => expect.objectContaining({ code });
const fresh = () => secretOf((secrets += 1));
const digitsOf = ({ desk }: LiveView) => desk?.code?.digits ?? '';
const issue = async () => digitsOf(await live.send('secretary', 'live.pair', { id }));

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  live = liveCallsOf(cloud, yard);
  const made = await live.meeting(['wang'], true);
  id = made.id;
  await live.send('secretary', 'live.start', { id });
  await live.send('secretary', 'live.vote', { id, from: null, to: made.voteId });
  await live.send('wang', 'live.ask', { id });
});
afterAll(() => cloud.close());

describe('a projector', () => {
  it('[LIVE-8] is paired once by a code, the same one again after a lost answer, and reads the state', async () => {
    const code = await issue();
    expect(code).toMatch(/^\d{6}$/);
    const secret = fresh();
    expect(await live.ask('pair', { code, secret })).toEqual({ meetingId: id });
    expect(await live.ask('pair', { code, secret })).toEqual({ meetingId: id });
    await expect(live.ask('pair', { code, secret: fresh() })).rejects.toEqual(refused('PAIRING_WRONG'));
    cloud.cloud.clock.set(cloud.cloud.clock.now() + 2_000);
    const first = await live.ask('state', { meetingId: id, secret });
    if (first.unchanged) throw new Error('nothing to show');
    expect(first.state).toMatchObject({ title: '车位议事会', present: 1, waiting: [1], itemId: 'a' });
    expect(first.picture).toMatch(/^http.+png/);
    const known = first.state.version;
    expect(await live.ask('state', { meetingId: id, secret, known })).toEqual({
      ...{ unchanged: true, version: known, askAgainMs: 1_500 },
    });
    const said = JSON.stringify(first);
    for (const { name, personId, openid } of Object.values(yard.people)) {
      expect([name, personId, openid].filter((word) => said.includes(word))).toEqual([]);
    }
  });

  it('[LIVE-8] finds no way in with an old code, another secret or a meeting of its choice', async () => {
    const old = await issue();
    cloud.cloud.clock.set(cloud.cloud.clock.now() + 5 * MINUTE);
    await expect(live.ask('pair', { code: old, secret: fresh() })).rejects.toEqual(refused('PAIRING_WRONG'));
    await expect(live.ask('state', { meetingId: id, secret: fresh() })).rejects.toEqual(
      refused('SCREEN_UNKNOWN'),
    );
    await expect(live.ask('state', { meetingId: 'none', secret: fresh() })).rejects.toEqual(
      refused('SCREEN_UNKNOWN'),
    );
    await expect(live.send('zhao', 'live.pair', { id })).rejects.toEqual(refused('LIVE_NOT_LEADING'));
    expect((await live.view('wang', id)).desk).toBeNull();
  });

  it('[LIVE-8] has few guesses, whatever address it gives itself, and others are not held up by it', async () => {
    const code = await issue();
    const wrong = code === '000000' ? '000001' : '000000';
    const guess = (ip: string, digits = wrong) =>
      overHttp(cloud, { action: 'pair', input: { code: digits, secret: fresh() } }, { 'x-real-ip': ip });
    const said: string[] = [];
    for (let n = 0; n < 22; n += 1) {
      const answer = await guess(`203.0.113.${n}`);
      said.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(new Set(said)).toEqual(new Set(['PAIRING_WRONG', 'TOO_OFTEN']));
    expect(said.at(-1)).toBe('TOO_OFTEN');
    // The window of ten minutes over: the code is one more then.
    cloud.cloud.clock.set(cloud.cloud.clock.now() + 11 * MINUTE);
    const next = await issue();
    expect(await guess('203.0.113.9', next)).toMatchObject({ ok: true });
  });

  it('[LIVE-8] has few guesses for a phone, too, that pretends to be the gateway in front of it', async () => {
    const { openid } = yard.people.stranger;
    const guess = async (n: number) => {
      const body = JSON.stringify({ action: 'pair', input: { code: '000000', secret: fresh() } });
      const headers = { 'X-Real-IP': `198.51.100.${n}` };
      const { result } = (await cloud.cloud.call(
        'public',
        { httpMethod: 'POST', headers, body },
        openid,
      )) as {
        result: { body: string };
      };
      return (JSON.parse(result.body) as { error: { code: string } }).error.code;
    };
    const said: string[] = [];
    for (let n = 0; n < 21; n += 1) said.push(await guess(n));
    expect(said.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'PAIRING_WRONG'));
    expect(said.at(-1)).toBe('TOO_OFTEN');
  });

  it('[LIVE-8] [LIVE-9] ends with its meeting, and is unknown when that begins anew', async () => {
    const secret = fresh();
    await live.ask('pair', { code: await issue(), secret });
    await live.send('secretary', 'live.end', { id });
    expect(await live.ask('state', { meetingId: id, secret })).toMatchObject({
      ...{ unchanged: false, askAgainMs: null, state: { stage: 'ended', waiting: [] } },
    });
    const over = live.ask('pair', { code: '123456', secret: fresh() });
    await expect(over).rejects.toEqual(refused('PAIRING_WRONG'));
    await live.send('secretary', 'live.start', { id });
    await expect(live.ask('state', { meetingId: id, secret })).rejects.toEqual(refused('SCREEN_UNKNOWN'));
  });
});

describe('a poll', () => {
  const costOf = async (poll: () => Promise<unknown>) => {
    cloud.cloud.faults.reset();
    await poll();
    return Object.values(cloud.cloud.faults.requests()).reduce((sum, one) => sum + one, 0);
  };

  it('[LIVE-7] costs a phone two database requests and a projector one where nothing has changed', async () => {
    const secret = fresh();
    await live.ask('pair', { code: await issue(), secret });
    await live.later('secretary', id);
    const known = (await live.view('wang', id)).state?.version ?? 0;
    const phone = (seen?: number) => costOf(() => live.as('wang').call('live.state', { id, known: seen }));
    expect([await phone(known), await phone()]).toEqual([2, 4]);
    const screen = { meetingId: id, secret };
    expect(await costOf(() => live.ask('state', { ...screen, known }))).toBe(1);
    expect(await live.as('wang').call('live.state', { id, known })).toMatchObject({ unchanged: true });
  });

  it('[LIVE-7] tells each phone of each step at its next poll, and the steps of nobody else', async () => {
    const person = live.as('wang');
    const version = async () => (await live.view('wang', id)).state?.version ?? 0;
    const steps: (() => Promise<unknown>)[] = [
      () => live.send('secretary', 'live.timer', { id, from: null, act: 'start', seconds: 60 }),
      () => live.send('secretary', 'live.item', { id, from: 'a', to: 'b' }),
      () => live.send('zhao', 'live.takeOver', { id, term: 2 }),
    ];
    for (const step of steps) {
      const known = await version();
      await step();
      expect(await person.call('live.state', { id, known })).toMatchObject({ unchanged: false });
      const now = await version();
      expect(now).toBe(known + 1);
      expect(await person.call('live.state', { id, known: now })).toMatchObject({ unchanged: true });
    }
  });
});

describe('the function public', () => {
  const HOSTILE: [string, unknown, string][] = [
    ['a call of the gateway', { action: 'meetings.detail', input: { id: 'x' } }, 'UNKNOWN_ACTION'],
    ['another question', { action: 'constructor', input: {} }, 'UNKNOWN_ACTION'],
    ['no question', {}, 'UNKNOWN_ACTION'],
    ['null', 'null', 'UNKNOWN_ACTION'],
    ['no JSON', '{"action":', 'INVALID_INPUT'],
    [
      'a filter for a code',
      { action: 'pair', input: { code: { $gt: '' }, secret: secretOf(1) } },
      'INVALID_INPUT',
    ],
    [
      'a filter for an id',
      { action: 'state', input: { meetingId: { $ne: '' }, secret: secretOf(1) } },
      'INVALID_INPUT',
    ],
    [
      'more than was asked',
      { action: 'state', input: { meetingId: 'x', secret: secretOf(1), as: 'wang' } },
      'INVALID_INPUT',
    ],
    ['too much', { action: 'pair', input: { code: '1'.repeat(1_500) } }, 'INPUT_TOO_LARGE'],
    ['far too much', 'x'.repeat(3_000), 'INPUT_TOO_LARGE'],
  ];

  it.each(HOSTILE)('[LIVE-8] refuses %s', async (_, body, code) => {
    expect(await overHttp(cloud, body)).toMatchObject({ ok: false, error: { code } });
  });

  it('[LIVE-8] answers a phone of a known person no more than anybody', async () => {
    const asked = { action: 'live.state', input: { id } };
    const answer = await cloud.cloud.call('public', asked, yard.people.secretary.openid);
    expect(answer).toMatchObject({ result: { ok: false, error: { code: 'UNKNOWN_ACTION' } } });
    const put = await fetch(`${cloud.cloud.url}/http/public`, {
      headers: { 'x-local-token': cloud.cloud.token },
    });
    expect(await put.json()).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ACTION' } });
  });
});
