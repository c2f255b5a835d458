import type { Envelope } from '@contract/envelope';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CollectionName } from '../../config/collections';
import { documentsOf } from '../support/documents';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { type PaperCalls, paperCallsOf } from '../support/papers';
import { freshId, smallCommunity } from '../support/persons';
import { type ProxyCalls, proxyCallsOf } from '../support/proxies';
import { contentOf, type SecretCalls, secretCallsOf } from '../support/secret-ballots';
import { until } from '../support/until';
import { codeOf, wangsPaper } from '../support/wangs-paper';

const MINUTE = 60_000;
/** How long after its check a call may still write (CLK-2). */
const STILL_MS = 30_000;
const ROOM = '2栋1单元101';

let cloud: TestCloud;
let papers: PaperCalls;
let proxies: ProxyCalls;
let secret: SecretCalls;

beforeAll(async () => {
  cloud = await startTestCloud();
  const yard = await smallCommunity(cloud);
  papers = await paperCallsOf(cloud, yard);
  proxies = await proxyCallsOf(cloud, yard);
  secret = await secretCallsOf(cloud, yard);
});
afterAll(() => cloud.close());

type Send = () => Promise<Envelope<unknown>>;

interface Late {
  send: Send;
  /** Where its first write goes after it looked at the clock. */
  writes: CollectionName;
  /** What else happens while it is held back. */
  meanwhile?: () => Promise<unknown>;
}

/** Holds the first write of a call back, for so long by the server's clock. */
async function heldBack({ send, writes, meanwhile }: Late, ms: number): Promise<Envelope<unknown>> {
  const { faults } = cloud.cloud;
  faults.reset();
  const action = /^database\.(insertDocument|modifyDocument)$/;
  const held = faults.on({ action, collection: writes, then: { delay: 60_000 } });
  const answer = send();
  await until(() => held.hits === 1);
  await meanwhile?.();
  await cloud.advance(ms);
  faults.reset();
  return answer;
}

const KEPT = ['ballots', 'papers', 'proxies', 'ballot_marks', 'ballot_choices', 'ballot_boxes'] as const;
const all = async () => Promise.all(KEPT.map((name) => documentsOf(cloud.cloud, name)));

const paper = async (): Promise<Late> => {
  const vote = await wangsPaper(cloud, papers, 'latest');
  const input = papers.enterInput(vote.motion.id, vote.wang, 'no');
  return { send: () => vote.send('secretary', 'motions.enterPaper', input), writes: 'papers' };
};

const check = async (): Promise<Late> => {
  const vote = await wangsPaper(cloud, papers, 'latest');
  const input = vote.confirmation(await papers.enter(vote.motion.id, vote.wang, 'no'));
  return { send: () => vote.send('gridWorker', 'motions.confirmPaper', input), writes: 'ballots' };
};

const objection = async (): Promise<Late> => {
  const vote = await wangsPaper(cloud, papers, 'latest');
  await papers.taken(vote.motion.id, vote.wang, 'no');
  const input = vote.objection();
  return { send: () => vote.send('wang', 'motions.objectPaper', input), writes: 'ballots' };
};

const proxy = async (): Promise<Late> => {
  const motion = await proxies.poll();
  const { entryId } = await proxies.entrusted(motion.id, 'wang', 'zhou');
  const input = proxies.castInput(motion.id, entryId, 'yes');
  return { send: () => proxies.as('zhou').send('proxies.cast', input), writes: 'ballots' };
};

const inSecret = async (): Promise<Late> => {
  const motion = await secret.poll();
  const input = secret.castInput(motion.id, await secret.on.voterOf('wang', motion.id), 'no');
  return { send: () => secret.as('wang').send('motions.castSecret', input), writes: 'ballot_choices' };
};

const withBox = () => secret.poll({ paper: { precedence: 'first', settleMinutes: 60 } });

const mark = async (): Promise<Late> => {
  const { id: motionId } = await withBox();
  const input = { clientId: freshId(), motionId, entryId: await secret.entryOf(motionId, ROOM) };
  return { send: () => secret.as('secretary').send('motions.markBox', input), writes: 'ballot_marks' };
};

const box = async (): Promise<Late> => {
  const motion = await withBox();
  await secret.mark(motion.id, ROOM);
  await secret.close(motion);
  const content = contentOf({ yes: 1 });
  const input = { clientId: freshId(), motionId: motion.id, revision: 0, content, photos: [secret.photo] };
  return { send: () => secret.as('secretary').send('motions.enterBox', input), writes: 'ballot_boxes' };
};

const boxAgain = async (): Promise<Late> => {
  const motion = await withBox();
  await secret.mark(motion.id, ROOM);
  await secret.close(motion);
  const content = contentOf({ yes: 1 });
  await secret.enter(motion.id, content);
  const input = { clientId: freshId(), motionId: motion.id, revision: 1, content };
  return { send: () => secret.as('gridWorker').send('motions.confirmBox', input), writes: 'ballot_boxes' };
};

describe('a call that comes to write too late after its check', () => {
  it.each([
    ['a ballot by proxy', proxy],
    ['a secret ballot', inSecret],
    ['entering a paper', paper],
    ['checking a paper', check],
    ['objecting to a paper', objection],
    ['a mark of the box', mark],
    ['entering the box', box],
    ['confirming the box', boxAgain],
  ] as const)(
    '[CLK-2] gives up without writing, and half a minute is still in time: %s',
    async (_, prepare) => {
      // Past the windows of the rate limits.
      await cloud.advance(11 * MINUTE);
      const late = await prepare();
      const before = await all();
      expect(codeOf(await heldBack(late, STILL_MS + 1))).toBe('BALLOT_TOO_LATE');
      expect(await all()).toEqual(before);
      expect(codeOf(await heldBack(late, STILL_MS))).toBe('ok');
      expect(await all()).not.toEqual(before);
    },
  );

  it('[CLK-2] [PAP-9] gives up over a paper that was checked meanwhile: a ballot on the phone', async () => {
    const late = async (ms: number) => {
      const vote = await wangsPaper(cloud, papers, 'latest');
      const row = await papers.enter(vote.motion.id, vote.wang, 'no');
      await cloud.advance(MINUTE);
      const [cast, confirmation] = [vote.cast(), vote.confirmation(row)];
      const meanwhile = () => vote.send('gridWorker', 'motions.confirmPaper', confirmation);
      const phone = { send: () => vote.send('wang', 'motions.castBallot', cast), meanwhile };
      const answer = await heldBack({ ...phone, writes: 'ballots' }, ms);
      return [codeOf(answer), (await vote.ballots())[0]?.choice];
    };
    expect(await late(STILL_MS + 1)).toEqual(['BALLOT_TOO_LATE', 'no']);
    expect(await late(STILL_MS)).toEqual(['ok', 'yes']);
  });
});
