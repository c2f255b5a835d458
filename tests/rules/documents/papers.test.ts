import type { Block } from '@contract/documents';
import { describe, expect, it } from 'vitest';
import { anchorText } from '../../../cloudfunctions/modules/documents/rules/anchor';
import { dayWords, timeWords } from '../../../cloudfunctions/modules/documents/rules/dates';
import { doorListBlocks } from '../../../cloudfunctions/modules/documents/rules/door-list';
import { areaFigure, percent } from '../../../cloudfunctions/modules/documents/rules/figures';
import {
  type MeetingFacts,
  meetingNoticeBlocks,
} from '../../../cloudfunctions/modules/documents/rules/meeting-notice';
import { objections } from '../../../cloudfunctions/modules/documents/rules/objections';
import { paperBallotsBlocks } from '../../../cloudfunctions/modules/documents/rules/paper-ballots';
import { publicNoticeBlocks } from '../../../cloudfunctions/modules/documents/rules/public-notice';
import { resolutionBlocks, resultName } from '../../../cloudfunctions/modules/documents/rules/resolution';
import { inDoorOrder, partOf, partsOf } from '../../../cloudfunctions/modules/documents/rules/voters';
import { resultLines } from '../../../cloudfunctions/modules/motions/paper-words';
import { worthView } from '../../../cloudfunctions/modules/motions/words';
import { paperVoter, resultFacts, voteFacts } from '../../support/paper-facts';

const rowsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
const wordsOf = (blocks: readonly Block[]) => JSON.stringify(blocks);

describe('the paper of a result', () => {
  it('[DOC-1] has each choice with heads and area, who did not vote, and each comparison with its article', () => {
    expect(rowsOf(resolutionBlocks(resultFacts()))).toEqual([
      ['同意', '61户', '6,000.50'],
      ['反对', '15户', '1,500.00'],
      ['弃权', '4户', '0.01'],
      ['没有投票', '20户', '2,499.49'],
      ['名册合计', '100户', '10,000.00'],
      [
        '参加表决的业主达到全体业主的三分之二',
        '80户\n共100户\n占80.0%',
        '✓ 达到',
        '《民法典》第二百七十八条',
      ],
      [
        '参加表决的面积达到总面积的三分之二',
        '7,500.51平方米\n共10,000.00平方米\n占75.0%',
        '✓ 达到',
        '《民法典》第二百七十八条',
      ],
      [
        '同意的业主达到参加表决的业主的四分之三',
        '61户\n共80户\n占76.3%',
        '✓ 达到',
        '《民法典》第二百七十八条',
      ],
      [
        '同意的面积达到参加表决的面积的四分之三',
        '6,000.50平方米\n共7,500.51平方米\n占80.0%',
        '✓ 达到',
        '《民法典》第二百七十八条',
      ],
    ]);
  });

  it.each([
    [3, '其中3户只以手机投票视为到会'],
    ['secret', '手机投票视为到会；无记名表决，不分开列数'],
  ] as const)(
    '[DOC-1] [ASM-9] [SECRET-15] says whom only a phone made present: %s',
    (presentByPhone, words) => {
      const facts = resultFacts();
      const tally = { ...facts.tally, presentByPhone };
      expect(wordsOf(resolutionBlocks({ ...facts, tally }))).toContain(words);
    },
  );

  it('[DOC-1] [PAP-11] says by which channel ballots came, and which papers do not count', () => {
    const papers = {
      counted: { phone: 61, paper: 15, door: 4 },
      uncounted: { unconfirmed: 2, differed: 0, rejected: 0, withdrawn: 0, objected: 1, outrun: 0 },
    };
    const facts = resultFacts();
    const paperLines = resultLines({ papers, bodyKind: 'owner-groups' });
    const words = wordsOf(resolutionBlocks({ ...facts, tally: { ...facts.tally, papers, paperLines } }));
    expect(words).toContain('手机61户、纸质15户、上门4户');
    expect(words).toContain('没有第二个人核对2张、投票人说不是自己的意思1张');
    expect(resultLines({ papers: null, bodyKind: 'owner-groups' })).toEqual([]);
    const byPhone = { ...papers, counted: { phone: 61, paper: 0, door: 0 } };
    expect(resultLines({ papers: byPhone, bodyKind: 'owner-groups' })[0]).toEqual({
      label: '投票方式',
      value: '手机61户',
    });
  });

  it('[RES-4] is called a resolution only where a statutory vote passed', () => {
    const { tally } = resultFacts();
    const failed = { ...tally.verdict, outcome: 'not-passed' as const };
    expect(resultName(tally)).toBe('决议书');
    expect(resultName({ worth: tally.worth, verdict: failed })).toBe('表决结果');
    expect(resultName({ ...tally, worth: worthView('straw') })).toBe('预表决结果');
    expect(resultName({ ...tally, worth: worthView('opinion') })).toBe('意见征询结果');
  });

  it('[DOC-10] names the year for going to court to owners whose vote decided, and to nobody else', () => {
    expect(wordsOf(publicNoticeBlocks(resultFacts()))).toMatch(/解释》第十二条.*|一年内/);
    expect(objections('owners', 'statutory', '业主委员会')[1]).toMatch(/一年内.*第二百八十条.*第十二条/);
    expect(objections('owners', 'straw', '业主委员会')).toHaveLength(1);
    expect(objections('yard', 'statutory', '社区')).toHaveLength(1);
    expect(objections('residents-assembly', 'statutory', '居民委员会')[1]).toContain('第四十条');
  });

  it('[DOC-10] ends the anchor with the head of the audit chain, and says where there is none', () => {
    const { anchor } = resultFacts();
    expect(anchorText(anchor)).toBe(
      `yard-anchor-1\nmotion ${anchor.motionId}\nroll ${anchor.rollHash}\nkey dbc298251c51321b\naudit 7 ${'cd'.repeat(32)}\n`,
    );
    expect(anchorText({ ...anchor, keyId: null, seal: null })).toMatch(/key none\naudit none\n$/);
  });

  it('[DOC-1] leaves out what a vote does not have: area, thresholds, work', () => {
    const facts = resultFacts();
    const plain = { ...facts.vote, rule: { ...facts.vote.rule, weighsArea: false } };
    const tally = { ...facts.tally, verdict: { ...facts.tally.verdict, lines: [] } };
    const blocks = resolutionBlocks({ ...facts, vote: plain, tally });
    expect(rowsOf(blocks)[0]).toEqual(['同意', '61户']);
    expect(wordsOf(blocks)).not.toMatch(/平方米|是否达到|要办的事/);
  });
});

describe('the notice of a meeting', () => {
  it('[DOC-4] [MEET-11] [EXT-1] has the votes that will be held, and none that was called off', () => {
    const meeting = {
      ...{ agenda: [], guests: [], notice: { days: 15, article: '第十四条' }, specialCircumstances: null },
      ...{ body: 'owners', membership: null, title: '业主大会', startsAt: 0, endsAt: 1, noticedAt: 0 },
    } as unknown as MeetingFacts['meeting'];
    const extension = '参加的人不够的话，自动延长3天';
    const votes = [voteFacts({ title: '停车方案', phase: 'cancelled' }), voteFacts({ extension })].map(
      (vote) => {
        return { itemId: null, vote };
      },
    );
    const words = wordsOf(meetingNoticeBlocks({ meeting, votes, issuer: '业主委员会', pageCode: null }));
    expect(words).toContain('会上表决之1：加装电梯');
    expect(words).not.toContain('停车方案');
    expect(words).toContain(extension);
  });
});

describe('papers that name voters', () => {
  it('[DOC-5] give a ballot each, on a page of its own, with the choices in the order of the phone', () => {
    const vote = { ...voteFacts(), bothUsed: '以最先投的为准' };
    const blocks = paperBallotsBlocks(vote, [paperVoter(101), paperVoter(102)]);
    expect(blocks.filter(({ kind }) => kind === 'page-break')).toHaveLength(1);
    expect(blocks).toContainEqual({ kind: 'choices', choices: ['同意', '反对', '弃权'] });
    expect(blocks).toContainEqual({ kind: 'signatures', lines: ['投票人签名', '日期'] });
    expect(wordsOf(blocks)).toContain('1户、90.51平方米');
    expect(wordsOf(blocks)).toContain('手机投票和纸质投票合起来只计一票');
    expect(wordsOf(blocks)).toContain('两样都投了的，以最先投的为准');
  });

  it('[EXT-1] say that the vote can be extended, where it announced that', () => {
    const extension = '参加的人还不够规定人数的话，自动延长3天，只延长一次';
    for (const ballot of [{}, { secret: true as const }]) {
      const vote = { ...voteFacts({ extension, ...ballot }), bothUsed: '以最先投的为准' };
      expect(wordsOf(paperBallotsBlocks(vote, [paperVoter(101)]))).toContain(extension);
    }
  });

  it('[DOC-2] [DOC-7] say nothing of the ballots, whatever has been cast', () => {
    const list = { groupName: '3栋', voters: [paperVoter(101)], from: 0, madeAt: 0 };
    const vote = { ...voteFacts(), bothUsed: '这次以后投的为准' };
    const blocks = [...doorListBlocks(vote, list), ...paperBallotsBlocks(vote, list.voters)];
    expect(wordsOf(blocks)).not.toMatch(/没有投票|已投|还差|%/);
  });

  it('[DOC-8] put each voter into one file, in the order of the doors', () => {
    const voters = inDoorOrder([1001, 201, 1002, 302].map((n) => paperVoter(n)));
    expect(voters.map(({ label }) => label.slice(-4))).toEqual(['元201', '元302', '1001', '1002']);
    for (const [kind, size] of [
      ['paper-ballots', 100],
      ['door-list', 300],
    ] as const) {
      for (const count of [0, 1, size - 1, size, size + 1, 5000]) {
        const all = Array.from({ length: count }, (_, n) => paperVoter(n));
        const files = Array.from({ length: partsOf(kind, count) }, (_, n) => partOf(kind, all, n + 1));
        expect(files.flat()).toEqual(all);
        expect(Math.max(0, ...files.map(({ length }) => length))).toBeLessThanOrEqual(size);
        expect(partOf(kind, all, files.length + 1)).toEqual([]);
      }
    }
  });
});

describe('figures and days on paper', () => {
  it('[DOC-1] are exact: both decimals of an area, a share rounded half up, a day with its year in +08:00', () => {
    expect([0, 1, 100, 123_456_789].map(areaFigure)).toEqual(['0.00', '0.01', '1.00', '1,234,567.89']);
    expect([percent(1, 3), percent(2, 3), percent(1, 2000), percent(0, 0)]).toEqual([
      '33.3%',
      '66.7%',
      '0.1%',
      '—',
    ]);
    expect(timeWords(Date.parse('2026-12-31T23:59:00+08:00'))).toBe('2026年12月31日 23:59');
    expect(dayWords('2026-03-08')).toBe('2026年3月8日');
  });
});
