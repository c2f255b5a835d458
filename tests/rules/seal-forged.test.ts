import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { digest, type Forge, forged, leafAt, resigned, rewrite } from '../support/forged-bundles';
import { FUNCTION_ENV } from '../support/function-env';
import { bundleOf, sealedVote, type SealedVoter } from '../support/sealed-votes';

const VOTERS: SealedVoter[] = [
  { area: 9000, choice: 'yes' },
  { area: 8000, choice: 'yes', revision: 2 },
  { area: 7000, choice: 'no', channel: 'paper' },
  { area: 6000, choice: 'abstain' },
  { area: 5000, choice: 'yes', unproven: true },
  { area: 4000 },
  { area: 3000 },
];

let full: string;
let open: string;
let other: ReturnType<typeof sealedVote>;
beforeAll(() => {
  vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY);
  const vote = sealedVote(VOTERS, {
    closingChanges: [
      { at: 1_772_413_300_000, from: 1_772_499_500_000, to: 1_772_499_600_000, reason: '下雨' },
    ],
  });
  full = bundleOf(vote, 'full');
  open = bundleOf(vote, 'public');
  other = sealedVote(VOTERS, { _id: digest('other').slice(0, 32) });
});
afterAll(() => vi.unstubAllEnvs());

const wrong = (bundle: string, key: string | null = null) =>
  checkBundle(Buffer.from(bundle), key).findings.flatMap(({ holds, words }) => (holds ? [] : [words]));

const dropped: Forge = ({ leaves }) => leaves.splice(2, 1);
const added: Forge = ({ leaves }) => leaves.push([`ff${'0'.repeat(62)}`, ...leaves[0]!.slice(1)]);

const SIGNATURE = '签名不对';
const ROOT = '和封存的总码对不上';

describe('a bundle that was changed after it was sealed', () => {
  it.each<[string, Forge, readonly string[]]>([
    ['a ballot dropped', dropped, ['封存的是 5 票，文件里有 4 票', ROOT, '逐票重新加了一遍，和公布的不一样']],
    ['a ballot added', added, ['封存的是 5 票，文件里有 6 票', ROOT, '加起来，和名册的户数']],
    ['another choice', (b) => (leafAt(b, 0)[5] = 'abstain'), ['投的什么和承诺值对不上', '和公布的不一样']],
    [
      'another area',
      (b) => (leafAt(b, 1)[7] = 1),
      ['面积或者渠道和封存的承诺值对不上', '名册上有代号的面积'],
    ],
    ['another channel', (b) => (leafAt(b, 1)[8] = 'door'), ['面积或者渠道和封存的承诺值对不上']],
    ['another revision', (b) => (leafAt(b, 3)[1] = 7), [ROOT, '投的什么和承诺值对不上']],
    [
      'another origin',
      (b) => (leafAt(b, 0)[3] = leafAt(b, 0)[3] === 'sealing' ? 'receipt' : 'sealing'),
      [ROOT],
    ],
    ['another commitment', (b) => (leafAt(b, 0)[2] = digest('x')), [ROOT, '投的什么和承诺值对不上']],
    ['two leaves swapped', (b) => b.leaves.splice(1, 2, leafAt(b, 2), leafAt(b, 1)), ['票的次序不对', ROOT]],
    ['a voter twice', (b) => b.leaves.splice(1, 1, leafAt(b, 0)), ['有代号投了两票', ROOT, '和公布的不一样']],
    ['a silent voter dropped', (b) => b.silent.pop(), ['加起来，和名册的户数', '名册上有代号的面积']],
    ['a silent voter who voted', (b) => (b.silent[0]![0] = leafAt(b, 0)[0]!), ['没有投票的代号有重复']],
    ['a silent area', (b) => (b.silent[0]![1] = 1), ['名册上有代号的面积和封存的不一样']],
    [
      'another salt of the weights',
      (b) => (b.weightsSalt = digest('x')),
      ['名册上有代号的面积和封存的不一样'],
    ],
    ['another figure', (b) => rewrite(b, 'cast yes', '4 22000'), [SIGNATURE, '各项票数加起来和总票数不一样']],
    ['another outcome', (b) => rewrite(b, 'outcome', 'no-quorum'), [SIGNATURE, '按封存的规则重新判断']],
    ['another rule', (b) => rewrite(b, 'rule', 'owners-special'), [SIGNATURE, '按封存的规则重新判断']],
    ['another roll', (b) => rewrite(b, 'roll', digest('x')), [SIGNATURE, '投的什么和承诺值对不上']],
    ['another root', (b) => rewrite(b, 'root', digest('x')), [SIGNATURE, ROOT]],
    [
      'another signature',
      (b) => (b.signature = b.signature.replace(/^./, (c) => (c === '0' ? '1' : '0'))),
      [SIGNATURE],
    ],
    ['another key', (b) => (b.publicKey = digest('x')), ['公钥编号和公钥对不上', SIGNATURE]],
    ['another closing', (b) => rewrite(b, 'closes', '1772499600001'), [SIGNATURE, '时间前后合不上']],
    ['another beginning', (b) => rewrite(b, 'opens', '1772413200001'), [SIGNATURE]],
    ['another question', (b) => (b.question.title = '屋顶不要修？'), ['题目、说明或者选项和表决时的不一样']],
  ])('[SEAL-9] is refused, and what is wrong is named: %s', (_what, forge, expected) => {
    const said = wrong(forged(full, (bundle) => void forge(bundle)));
    for (const words of expected) expect(said.join('\n')).toContain(words);
  });

  it('[SEAL-9] is refused in its public version as well', () => {
    for (const forge of [dropped, added]) expect(wrong(forged(open, forge)).join()).toContain(ROOT);
    expect(wrong(forged(open, (b) => rewrite(b, 'heads', '9'))).join()).toContain(SIGNATURE);
    expect(wrong(forged(open, ({ leaves }) => leaves.reverse())).join()).toContain('票的次序不对');
  });

  it.each(['full', 'public'] as const)('[SEAL-9] with the seal of another motion is none (%s)', (version) => {
    const theirs = JSON.parse(bundleOf(other, version)) as Record<string, unknown>;
    const { header, signature } = theirs;
    const said = wrong(
      forged(version === 'full' ? full : open, (b) => Object.assign(b, { header, signature })),
    );
    expect(said.join()).toContain(ROOT);
    expect(said.join()).not.toContain(SIGNATURE);
  });
});

describe('a count that whoever holds the key signed falsely', () => {
  it.each<[string, Forge, string]>([
    [
      'figures',
      (b) => (rewrite(b, 'cast yes', '2 17000'), rewrite(b, 'cast no', '2 12000')),
      '逐票重新加了一遍，和公布的不一样：同意、反对',
    ],
    ['area', (b) => rewrite(b, 'cast yes', '3 21999'), '逐票重新加了一遍，和公布的不一样：同意'],
    [
      'outcome',
      (b) => rewrite(b, 'outcome', 'not-passed'),
      '结果应该是“passed yes”，公布的却是“not-passed yes”',
    ],
    ['a rule that is none', (b) => rewrite(b, 'rule', 'whoever-shouts'), '没有“whoever-shouts”这种表决规则'],
    ['a rule with a base of its own', (b) => rewrite(b, 'base', 'all'), '底数不能另外定'],
    ['heads', (b) => rewrite(b, 'heads', '8'), '和名册的户数（人数）或者面积不一样'],
    ['area of the roll', (b) => rewrite(b, 'area', '41999'), '和名册的户数（人数）或者面积不一样'],
    ['more than the roll', (b) => rewrite(b, 'heads', '4'), '超过了可能的数'],
    ['somebody present where nobody is counted', (b) => rewrite(b, 'present', '6'), '这种规则不数到会的人'],
    ['counted early', (b) => rewrite(b, 'counted', '1772499639999'), '时间前后合不上'],
    [
      'a change of the closing that leads elsewhere',
      (b) => rewrite(b, 'closes', '1772499600009'),
      '时间前后合不上',
    ],
    ['weights', (b) => rewrite(b, 'weights', digest('x')), '名册上有代号的面积和封存的不一样'],
  ])('[SEAL-9] is refused all the same: %s', (_what, forge, words) => {
    const said = wrong(
      forged(
        full,
        resigned((bundle) => void forge(bundle)),
      ),
    );
    expect(said.join('\n')).toContain(words);
    expect(said.join('\n')).not.toContain(SIGNATURE);
  });

  it('[SEAL-9] is told from one of another key by the key that was published', () => {
    const { publicKey } = JSON.parse(full) as { publicKey: string };
    expect(wrong(full, publicKey)).toEqual([]);
    expect(wrong(full, digest('another key')).join()).toContain('公钥和您给的不一样');
  });
});
