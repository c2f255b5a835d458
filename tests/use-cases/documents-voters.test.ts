import type { CallOutput } from '@contract/calls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HomeDocument } from '../../cloudfunctions/modules/members/documents';
import type { RollEntryDocument } from '../../cloudfunctions/modules/motions/documents';
import { documentsOf } from '../support/documents';
import { type CallRefused, startTestCloud, type TestCloud } from '../support/local-cloud';
import { DAY, type Detail, motionCallsOf, ownersPoll } from '../support/motions';
import { printedCallsOf, wordsOf } from '../support/printed';
import { freshId, type SmallCommunity, smallCommunity } from '../support/persons';
import { HEADING, homeLine, uploadRegister, workbook } from '../support/register-files';
import { people } from '../support/small-community/people';

let cloud: TestCloud;
let yard: SmallCommunity;
let papers: ReturnType<typeof printedCallsOf>;
let on: ReturnType<typeof motionCallsOf>;
let motion: Detail;

const refused = (code: string): unknown => expect.objectContaining({ code });
const HOUSE_1 = 'xingfuli-1';
const rowsOf = ({ blocks }: CallOutput<'documents.show'>) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
const doorList = (groupId: string | null = HOUSE_1) => ({
  kind: 'door-list' as const,
  id: motion.id,
  groupId,
});
const ballots = (groupId: string | null = HOUSE_1) => ({
  kind: 'paper-ballots' as const,
  id: motion.id,
  groupId,
});

/** Collections with as many documents as the place has homes. */
const BY_HOME = ['homes', 'roll_entries', 'ballots'];

async function homesInside(): Promise<Set<string>> {
  const homes = await documentsOf<HomeDocument>(cloud.cloud, 'homes');
  return new Set(homes.flatMap(({ _id, path }) => (path.includes(HOUSE_1) ? [_id] : [])));
}

beforeAll(async () => {
  cloud = await startTestCloud();
  yard = await smallCommunity(cloud);
  papers = printedCallsOf(cloud, yard);
  on = motionCallsOf(cloud, yard);
  motion = await on.announced(
    'secretary',
    ownersPoll({ interim: 'hidden', paper: { precedence: 'latest' } }),
  );
});
afterAll(() => cloud.close());

describe('the door list', () => {
  it('[DOC-7] has all who have not voted, loses who votes, and [DOC-2] [BAL-13] never says how', async () => {
    const before = rowsOf(await papers.show('secretary', doorList()));
    const entryId = await on.voterOf('wang', motion.id);
    const own = (await on.detail('wang', motion.id)).mine.find((one) => one.entryId === entryId)?.label;
    expect(before.map(([, label]) => label)).toContain(own);
    expect(before.map(([n]) => n)).toEqual(before.map((_, n) => String(n + 1)));
    await on.cast('wang', motion.id, 'no');
    const after = await papers.show('secretary', doorList());
    const labels = before.map(([, label]) => label).filter((label) => label !== own);
    expect(rowsOf(after).map(([, label]) => label)).toEqual(labels);
    expect(rowsOf(after).flatMap((row) => row.slice(2))).toEqual(labels.flatMap(() => ['', '', '']));
    expect(wordsOf(after).replaceAll(motion.title, '')).not.toMatch(/同意|反对|弃权/);
    for (const { name } of Object.values(people)) expect(wordsOf(after)).not.toContain(name);
    expect((await papers.opened('secretary', doorList())).rows).toContainEqual(['1', labels[0], '', '', '']);
  });

  it('[DOC-8] puts each voter of the roll into one building, and says how many it has', async () => {
    const { groups } = await papers.as('secretary').call('documents.voters', { id: motion.id });
    expect(groups.map(({ name }) => name)).toEqual(['1栋', '2栋', '其他投票人']);
    expect(groups.reduce((sum, { voters }) => sum + voters, 0)).toBe(motion.roll?.heads);
    const cast = (await documentsOf(cloud.cloud, 'ballots')).length;
    expect(groups.reduce((sum, one) => sum + one.voters - one.notVoted, 0)).toBe(cast);
    for (const { id, notVoted: left, parts } of groups) {
      expect(rowsOf(await papers.show('secretary', doorList(id)))).toHaveLength(left);
      expect(parts).toEqual({ 'paper-ballots': 1, 'door-list': 1 });
    }
  });
});

describe('papers of one building', () => {
  it('[DOC-8] read its homes, its voters and their ballots, and nothing of the rest of the place', async () => {
    const inside = await homesInside();
    for (const asked of [
      doorList(),
      ballots(),
      { ...ballots(), groupId: null, entryId: await on.voterOf('zhou', motion.id) },
    ]) {
      await papers.show('secretary', asked);
      const [made] = cloud.cloud.journal.calls({ fn: 'api', limit: 1 });
      const looked = (made?.requests ?? []).filter(({ collection = '' }) => BY_HOME.includes(collection));
      expect(looked.length).toBeGreaterThan(0);
      for (const { collection, scanned } of looked)
        expect({ collection, few: (scanned ?? 0) <= inside.size }).toEqual({ collection, few: true });
    }
  });
});

describe('paper ballots', () => {
  it('[DOC-5] give each voter a page with weight, choices, signature and how it is counted', async () => {
    const shown = await papers.show('secretary', ballots());
    const { groups } = await papers.as('secretary').call('documents.voters', { id: motion.id });
    const voters = groups.find(({ id }) => id === HOUSE_1)?.voters ?? 0;
    expect(shown.blocks.filter(({ kind }) => kind === 'page-break')).toHaveLength(voters - 1);
    const choices = shown.blocks.flatMap((block) => (block.kind === 'choices' ? [block.choices] : []));
    expect(choices).toEqual(Array(voters).fill(motion.choices.map(({ label }) => label)));
    const { text } = await papers.opened('secretary', ballots());
    expect(text.match(/手机投票和纸质投票合起来只计一票/g)).toHaveLength(voters);
    expect(text.match(/两样都投了的，以最后投的为准/g)).toHaveLength(voters);
    expect(text.match(/投票人签名：/g)).toHaveLength(voters);
  });

  it('[DOC-5] of one voter has that voter alone, with heads and area as the roll has them', async () => {
    const entryId = await on.voterOf('zhou', motion.id);
    const { mine } = await on.detail('zhou', motion.id);
    const shown = await papers.show('secretary', { ...ballots(null), entryId });
    expect(shown.part).toEqual({ number: 1, of: 1 });
    const [form] = shown.blocks.flatMap((block) => (block.kind === 'lines' ? [block.lines] : []));
    expect(form).toContainEqual({ label: '投票人', value: mine[0]?.label });
    expect(form).toContainEqual({
      label: '计票',
      value: `1户、${((mine[0]?.area ?? 0) / 100).toFixed(2)}平方米`,
    });
    expect(shown.fileName).toContain(mine[0]?.label);
  });
});

describe('a vote that takes no paper', () => {
  it('[DOC-5] [PAP-1] has no paper ballot to sign in vain, and a door list that says so', async () => {
    const phoneOnly = await on.announced('secretary', ownersPoll());
    const asked = { id: phoneOnly.id, groupId: HOUSE_1 };
    for (const make of [papers.show, papers.word]) {
      const ballot = make('secretary', { kind: 'paper-ballots', ...asked });
      await expect(ballot).rejects.toEqual(refused('PAPER_NOT_TAKEN'));
    }
    expect(await papers.recorded(phoneOnly.id)).toEqual([]);
    const { groups } = await papers.as('secretary').call('documents.voters', { id: phoneOnly.id });
    expect(groups.map(({ parts }) => parts['paper-ballots'])).toEqual(groups.map(() => 0));
    expect(wordsOf(await papers.show('secretary', { kind: 'door-list', ...asked }))).toContain('不收纸质票');
    expect(wordsOf(await papers.show('secretary', doorList()))).toContain('也收纸质票');
  });
});

describe('who makes papers of voters', () => {
  it('[DOC-6] is an office of the place; a building head reaches the own building only', async () => {
    for (const asked of [doorList(), ballots()]) {
      await expect(papers.show('wang', asked)).rejects.toEqual(refused('NOT_ALLOWED'));
      await expect(papers.word('propertyManager', asked)).rejects.toEqual(refused('NOT_ALLOWED'));
      await expect(papers.show('otherSecretary', asked)).rejects.toEqual(refused('NOT_FOUND'));
      await expect(papers.show('stranger', asked)).rejects.toEqual(refused('NOT_FOUND'));
      expect((await papers.show('zhou', asked)).name).toBeTruthy();
      expect((await papers.show('gridWorker', asked)).name).toBeTruthy();
    }
    await expect(papers.show('zhou', doorList('xingfuli-2'))).rejects.toEqual(refused('NOT_ALLOWED'));
    const inside = await homesInside();
    const entries = await documentsOf<RollEntryDocument>(cloud.cloud, 'roll_entries');
    const elsewhere = entries.filter(({ homeIds }) => !inside.has(homeIds[0] ?? ''));
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { _id: entryId } of elsewhere) {
      const answer = await papers
        .show('zhou', { ...ballots(), entryId })
        .catch((error: CallRefused) => error.code);
      expect(['NOT_ALLOWED', 'DOCUMENT_PART']).toContain(answer);
    }
    const { groups } = await papers.as('zhou').call('documents.voters', { id: motion.id });
    expect(groups.map(({ id }) => id)).toEqual([HOUSE_1]);
    await expect(papers.as('wang').call('documents.voters', { id: motion.id })).rejects.toEqual(
      refused('NOT_ALLOWED'),
    );
  });

  it('[DOC-6] [AUD-4] leaves one audit entry for each command, and none when it is refused', async () => {
    const count = async () => (await papers.recorded(motion.id)).length;
    const before = await count();
    const once = freshId();
    for (let n = 0; n < 3; n += 1) await papers.show('secretary', doorList(), once);
    expect(await count()).toBe(before + 1);
    await papers.word('secretary', doorList(), once);
    expect(await count()).toBe(before + 2);
    await expect(papers.show('secretary', ballots(), once)).rejects.toEqual(refused('CLIENT_ID_REUSED'));
    await expect(papers.show('wang', doorList())).rejects.toEqual(refused('NOT_ALLOWED'));
    expect(await count()).toBe(before + 2);
  });

  it('[DOC-8] is told where there is no such building, voter or part', async () => {
    const wrong = [
      doorList('xingfuli-9'),
      { ...ballots(), part: 2 },
      { ...ballots(), entryId: 'nobody' },
      { ...doorList(), entryId: 'nobody' },
    ];
    for (const asked of wrong)
      await expect(papers.show('secretary', asked)).rejects.toEqual(refused('DOCUMENT_PART'));
  });

  it('[DOC-6] can be from the announcement until the closing, and shows in `can` what the call answers [SEC-15]', async () => {
    const draft = await on.draft('secretary', ownersPoll());
    expect(draft.can.print).toBe('DOCUMENT_NOT_READY');
    await expect(papers.show('secretary', { ...doorList(), id: draft.id })).rejects.toEqual(
      refused('DOCUMENT_NOT_READY'),
    );
    expect((await on.detail('zhou', motion.id)).can.print).toBeNull();
    expect((await on.detail('wang', motion.id)).can.print).toBe('NOT_ALLOWED');
    cloud.cloud.clock.set(motion.closesAt + 1);
    expect((await on.detail('secretary', motion.id)).can.print).toBe('BALLOT_CLOSED');
    for (const asked of [doorList(), ballots()]) {
      await expect(papers.show('secretary', asked)).rejects.toEqual(refused('BALLOT_CLOSED'));
    }
    const window = { opensAt: motion.closesAt + DAY, closesAt: motion.closesAt + 8 * DAY };
    const later = await on.announced('secretary', ownersPoll({ window, paper: { precedence: 'first' } }));
    const { name } = await papers.show('secretary', { ...ballots(), id: later.id });
    expect(name).toBe('纸质表决票');
    await papers.as('secretary').call('motions.cancel', {
      clientId: freshId(),
      id: later.id,
      revision: later.revision,
      reason: '材料不全',
    });
    await expect(papers.show('secretary', { ...ballots(), id: later.id })).rejects.toEqual(
      refused('MOTION_STAGE'),
    );
  });
});

describe('homes that are gone from the register', () => {
  it('[DOC-8] [ROLL-12] stay with their building in the papers of a running vote', async () => {
    const now = cloud.cloud.clock.now() + DAY;
    const running = await on.announced(
      'secretary',
      ownersPoll({ window: { opensAt: now, closesAt: now + 8 * DAY }, paper: { precedence: 'first' } }),
    );
    const voters = () => papers.as('secretary').call('documents.voters', { id: running.id });
    const before = await voters();
    const secretary = yard.people.secretary.openid;
    const fileId = await uploadRegister(
      cloud,
      secretary,
      workbook([HEADING, homeLine('9栋', '101', '新业主')]),
    );
    const of = { clientId: freshId(), placeId: 'xingfuli', fileId, fileName: '名册.xlsx' };
    const { id: importId } = await papers.as('secretary').call('members.previewImport', of);
    await papers.as('secretary').call('members.commitImport', { clientId: freshId(), importId });
    expect(await voters()).toEqual(before);
  });
});
