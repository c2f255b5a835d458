import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentFile } from '../../cloudfunctions/modules/documents/documents';
import { documentsOf } from '../support/documents';
import { checkedInMeeting } from '../support/held-meetings';
import { startTestCloud, type TestCloud } from '../support/local-cloud';
import { meetingVoteCallsOf } from '../support/meeting-votes';
import { yardMeeting } from '../support/meetings';
import { DAY, ownersPoll, type PersonKey } from '../support/motions';
import { printedCallsOf, wordsOf } from '../support/printed';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { people } from '../support/small-community/people';
import { resolutionCallsOf } from '../support/resolutions';

let cloud: TestCloud;
let yard: SmallCommunity;
let papers: ReturnType<typeof printedCallsOf>;
let results: ReturnType<typeof resolutionCallsOf>;
let votes: ReturnType<typeof meetingVoteCallsOf>;
/** One vote that every test reads. */
let published: Awaited<ReturnType<typeof publishedVote>>;

const filesKept = () => documentsOf<DocumentFile>(cloud.cloud, 'document_files');
const refused = (code: string): unknown => expect.objectContaining({ code });
const CAST: [PersonKey, 'yes' | 'no'][] = [
  ['zhao', 'yes'],
  ['zhou', 'yes'],
  ['wang', 'no'],
  ['heJing', 'yes'],
];

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  papers = printedCallsOf(cloud, yard);
  results = resolutionCallsOf(cloud, yard, '');
  votes = meetingVoteCallsOf(cloud, yard);
  published = await publishedVote();
  // What was done so far is sealed.
  await cloud.cloud.fireTimer('timer');
});
afterAll(() => cloud.close());

/** An owners' vote by heads and area, counted and published. */
async function publishedVote() {
  const now = cloud.cloud.clock.now();
  const window = { opensAt: now, closesAt: now + 10 * DAY };
  const motion = await votes.motions.announced('secretary', ownersPoll({ window }));
  for (const [owner, choice] of CAST) await votes.motions.cast(owner, motion.id, choice);
  await votes.motions.count(motion);
  const tally = await papers.as('wang').call('motions.tally', { id: motion.id });
  return { motion, tally, resolution: await results.publish('secretary', motion.id) };
}

const square = (hundredths: number) =>
  `${String(Math.floor(hundredths / 100)).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(hundredths % 100).padStart(2, '0')}`;

describe('the paper of a published result', () => {
  it('[DOC-1] [DOC-11] says in Word what the tally says: each choice, both axes, each threshold and article', async () => {
    const { tally, resolution, motion } = published;
    const { rows, text, headings } = await papers.opened('wang', { kind: 'resolution', id: resolution.id });
    for (const { label, heads, area } of [
      ...tally.cast,
      { label: '没有投票', ...tally.notVoted },
      { label: '名册合计', ...tally.all },
    ]) {
      expect(rows).toContainEqual([label, `${heads}户`, square(area)]);
    }
    expect(tally.verdict.lines.map(({ axis }) => axis)).toEqual(['heads', 'area', 'heads', 'area']);
    for (const { what, met, article, numerator, denominator, axis } of tally.verdict.lines) {
      const [figure, unit] = axis === 'area' ? [square, '平方米'] : [String, '户'];
      const row = rows.find(([said]) => said === what);
      expect(row).toEqual([what, expect.any(String), met ? '✓ 达到' : '✕ 没有达到', article]);
      expect(row?.[1]).toContain(`${figure(numerator)}${unit}\n共${figure(denominator)}${unit}\n占`);
    }
    expect(headings).toContain('幸福里小区业主大会预表决结果');
    for (const said of [
      motion.title,
      motion.text,
      resolution.text,
      tally.outcomeWords,
      '预表决（不替代法定表决）',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('公示期');
  });

  it('[DOC-3] names nobody who voted, and [BAL-13] nothing that one voter chose', async () => {
    const { resolution } = published;
    for (const kind of ['resolution', 'public-notice'] as const) {
      const words = wordsOf(await papers.show('secretary', { kind, id: resolution.id }));
      for (const [voter] of CAST) expect(words).not.toContain(people[voter].name);
      expect(words).not.toMatch(/单元/);
    }
  });

  it('[DOC-10] gives the notice its term, where to object, and the anchor as text and as code', async () => {
    const { motion, tally, resolution } = published;
    const { head, to } = await papers.as('secretary').call('audit.check', {});
    const shown = await papers.show('tenant', { kind: 'public-notice', id: resolution.id });
    const words = wordsOf(shown);
    expect(words).toContain(tally.outcomeWords);
    expect(words).toContain('向幸福里小区业主委员会书面提出');
    expect(words).toMatch(/公示期到2026年\d+月\d+日/);
    const receipt = await papers.as('wang').call('motions.receipt', {
      motionId: motion.id,
      entryId: await votes.motions.voterOf('wang', motion.id),
    });
    const { keyId } = JSON.parse(receipt.signed ?? '') as { keyId: string };
    const anchor = [
      'yard-anchor-1',
      `motion ${motion.id}`,
      `roll ${tally.rollHash}`,
      `key ${keyId}`,
      `audit ${to} ${head}`,
    ];
    expect(shown.blocks).toContainEqual({ kind: 'small', text: anchor.join('\n') });
    const codes = shown.blocks.flatMap((block) => (block.kind === 'codes' ? block.codes : []));
    expect(codes.map(({ image }) => image.slice(0, 22))).toEqual(Array(2).fill('data:image/png;base64,'));
    expect((await papers.opened('tenant', { kind: 'public-notice', id: resolution.id })).pictures).toBe(2);
  });

  it('[DOC-1] names the work given out, by whom and until when', async () => {
    const { resolution } = await results.assigned();
    const { rows } = await papers.opened('wang', { kind: 'resolution', id: resolution.id });
    expect(rows).toContainEqual(['请施工队修屋顶', '物业 孙伟', expect.stringMatching(/^2026年/), '办理中']);
  });

  it('[SEC-11] is for those of the place; nothing else is printed under its id', async () => {
    const { resolution } = published;
    const { id } = resolution;
    await expect(papers.show('stranger', { kind: 'resolution', id })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(papers.word('otherSecretary', { kind: 'public-notice', id })).rejects.toEqual(
      refused('NOT_FOUND'),
    );
    await expect(papers.show('secretary', { kind: 'minutes', id })).rejects.toEqual(refused('NOT_FOUND'));
    await expect(papers.show('secretary', { kind: 'resolution', id, part: 2 })).rejects.toEqual(
      refused('DOCUMENT_PART'),
    );
  });
});

describe('the papers of a meeting', () => {
  it('[DOC-4] [DOC-2] the notice says who, where, when, on what and by which rule, and nothing of the ballots', async () => {
    const plan = yardMeeting({
      startsAt: cloud.cloud.clock.now() + DAY,
      endsAt: cloud.cloud.clock.now() + DAY + 3_600_000,
    });
    const { meeting, vote } = await votes.meetingWithVote('屋顶议事会', {}, plan);
    const { text, rows } = await papers.opened('wang', { kind: 'meeting-notice', id: meeting.id });
    for (const said of [
      '关于召开屋顶议事会的通知',
      '2栋前坝子',
      '社区书记',
      vote.title,
      vote.text,
      '社区议事规则',
    ]) {
      expect(text).toContain(said);
    }
    expect(rows).toContainEqual(['1', '停车位', expect.stringContaining(`表决：${vote.title}`)]);
    for (const { words, article } of vote.rule.lines) expect(rows).toContainEqual([words, article]);
    cloud.cloud.clock.set(vote.opensAt);
    await votes.motions.cast('wang', vote.id, 'yes');
    const open = wordsOf(await papers.show('wang', { kind: 'meeting-notice', id: meeting.id }));
    expect(open).not.toMatch(/还差|已投|没有投票|\d户/);
  });

  it('[DOC-13] [DOC-2] the minutes say who came in figures, what was said, and the result only once it is counted', async () => {
    const { meeting, vote } = await checkedInMeeting(cloud, votes, ['wang', 'zhou']);
    await expect(papers.show('wang', { kind: 'minutes', id: meeting.id })).rejects.toEqual(
      refused('DOCUMENT_NOT_READY'),
    );
    const { id, revision } = await papers.as('secretary').call('meetings.detail', { id: meeting.id });
    const items = [{ itemId: 'a', text: '大家同意先划十个车位。' }];
    await papers
      .as('secretary')
      .call('meetings.recordMinutes', { clientId: freshId(), id, revision, text: '会议顺利。', items });
    const before = wordsOf(await papers.show('wang', { kind: 'minutes', id }));
    expect(before).toContain('还没有计票');
    expect(before).not.toMatch(/同意\d|1户"/);
    await votes.motions.count(vote);
    const { text, rows } = await papers.opened('wang', { kind: 'minutes', id });
    for (const said of ['2人，来自3户', '大家同意先划十个车位。', '会议顺利。', '预表决通过'])
      expect(text).toContain(said);
    expect(rows).toContainEqual(['同意', '1户']);
  });

  it('[MEET-15] are not made of a draft, nor of a meeting that was called off', async () => {
    const startsAt = cloud.cloud.clock.now() + DAY;
    const plan = yardMeeting({ startsAt, endsAt: startsAt + 3_600_000 });
    const { id } = await votes.meetings.schedule('secretary', plan);
    await expect(papers.show('secretary', { kind: 'meeting-notice', id })).rejects.toEqual(
      refused('DOCUMENT_NOT_READY'),
    );
    await expect(papers.show('wang', { kind: 'meeting-notice', id })).rejects.toEqual(refused('NOT_FOUND'));
    await votes
      .cancel(await votes.meetings.noticed(plan))
      .then(async ({ id: called }) =>
        expect(papers.show('wang', { kind: 'meeting-notice', id: called })).rejects.toEqual(
          refused('MEETING_STAGE'),
        ),
      );
  });
});

describe('a Word file', () => {
  it('[DOC-12] [IDM-1] is the same for the same command, another for another, and is gone after a day', async () => {
    const { resolution } = published;
    const asked = { kind: 'resolution' as const, id: resolution.id };
    const once = freshId();
    const made = await Promise.all([papers.word('wang', asked, once), papers.word('wang', asked, once)]);
    expect(new Set([...made, await papers.word('wang', asked, once)].map(({ fileId }) => fileId)).size).toBe(
      1,
    );
    const [first] = made;
    expect(first?.fileId).toMatch(/\/documents\/[0-9a-f]{32}\.docx$/);
    expect(first?.fileName).toBe('预表决结果 使用维修资金修缮屋顶，您同意吗？.docx');
    const other = papers.word('wang', { ...asked, kind: 'public-notice' }, once);
    await expect(other).rejects.toEqual(refused('CLIENT_ID_REUSED'));
    expect((await papers.word('wang', asked)).fileId).not.toBe(first?.fileId);
    expect((await papers.file(first?.fileId ?? '')).status).toBe(200);
    await cloud.advance(DAY - 1);
    await cloud.cloud.fireTimer('timer');
    expect((await papers.file(first?.fileId ?? '')).status).toBe(200);
    await cloud.advance(1);
    await cloud.cloud.fireTimer('timer');
    expect((await papers.file(first?.fileId ?? '')).status).toBe(404);
  });

  it('[DOC-12] [IDM-4] whose call broke after the upload has its name already: a retry takes it, and it goes after a day', async () => {
    const asked = { kind: 'resolution' as const, id: published.resolution.id };
    const broken = async (once: string) => {
      const before = new Set((await filesKept()).map(({ _id }) => _id));
      cloud.cloud.faults.on({ action: 'storage.putObject', nth: 1, then: 'fail-after' });
      await expect(papers.word('wang', asked, once)).rejects.toBeDefined();
      cloud.cloud.faults.reset();
      const file = (await filesKept()).find(({ _id, fileId }) => fileId === null && !before.has(_id));
      return `cloud://here/${file?.cloudPath}`;
    };
    const [once, taken, left] = ['broken-once-1', await broken('broken-once-1'), await broken(freshId())];
    const { fileId } = await papers.word('wang', asked, once);
    expect(fileId).toContain(taken.slice('cloud://here'.length));
    const statuses = () => Promise.all([taken, left].map(async (id) => (await papers.file(id)).status));
    expect(await statuses()).toEqual([200, 200]);
    await cloud.advance(DAY);
    await cloud.cloud.fireTimer('timer');
    expect([await statuses(), await filesKept()]).toEqual([[404, 404], []]);
  });
});
