import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { proofOf } from '@/features/motions/seal-proof';
import { signedReceipt } from '../../cloudfunctions/modules/motions/ballot-proof';
import { pathOf } from '../../cloudfunctions/modules/motions/rules/merkle';
import { keptLeafHash, leafOf, nodeHash } from '../../cloudfunctions/modules/motions/seal/hashes';
import { leafView, sealView } from '../../cloudfunctions/modules/motions/seal/view';
import { checkBundle } from '../../scripts/verify/check-bundle';
import { inclusionFindings } from '../../scripts/verify/check-inclusion';
import { digest, type Forge, forged, resigned, rewrite } from '../support/forged-bundles';
import { FUNCTION_ENV } from '../support/function-env';
import { receiptIn } from '../support/receipts';
import { bundleOf, sealedOf, sealedVote, type SealedVoter } from '../support/sealed-votes';

const VOTERS: SealedVoter[] = [
  { area: 9000, choice: 'yes' },
  { area: 8000, choice: 'no', channel: 'paper', revision: 2, aside: true },
  { area: 7000, choice: 'no' },
  { area: 6000 },
];

let vote: ReturnType<typeof sealedVote>;
let line: string;
beforeAll(() => {
  vi.stubEnv('YARD_SIGNING_KEY', FUNCTION_ENV.YARD_SIGNING_KEY);
  vote = sealedVote(VOTERS, { paper: { precedence: 'latest', settleMinutes: 90 } });
  const [paper] = vote.counted.setAside;
  line = (paper && signedReceipt(paper)) ?? '';
});
afterAll(() => vi.unstubAllEnvs());

const checked = (bundle: string) => checkBundle(Buffer.from(bundle));
const wrong = (bundle: string) =>
  checked(bundle)
    .findings.flatMap(({ holds, words }) => (holds ? [] : [words]))
    .join('\n');

/** What the phone finds with what the server answers it of this voter, its leaf changed. */
function onPhone(kept: string, origin?: 'receipt' | 'aside') {
  const { ballots } = sealedOf(vote);
  const { voter } = receiptIn(kept);
  const at = ballots.findIndex((one) => one.voter === voter);
  const own = ballots[at];
  if (!own) throw new Error('the seal has no such leaf');
  const hashes = ballots.map((one) => keptLeafHash(vote.motion._id, one));
  const leaf = leafView(leafOf(vote.motion._id, own), at, pathOf(hashes, at, nodeHash));
  return proofOf(kept, { seal: sealView(vote.seal), leaf: origin ? { ...leaf, origin } : leaf });
}

describe('a paper that was set aside, with no ballot after it', () => {
  it('[SEAL-2] [PAP-10] has a leaf, counts nowhere, and its voter is one of the silent', () => {
    for (const version of ['full', 'public'] as const) expect(wrong(bundleOf(vote, version))).toBe('');
    const { header, bundle } = checked(bundleOf(vote, 'full'));
    expect(header).toMatchObject({ ballots: 2, aside: 1, heads: 4 });
    expect(header?.cast.map(({ heads }) => heads)).toEqual([1, 1, 0]);
    expect(bundle?.leaves.find(({ origin }) => origin === 'aside')).toMatchObject({ opened: null });
    expect(bundle?.roll?.silent.map(({ area }) => area).sort()).toEqual([6000, 8000]);
    expect(bundleOf(vote, 'full')).not.toContain(vote.counted.setAside[0]?.proof?.salt);
  });

  it('[SEAL-10] [SEAL-11] is answered by verifier and phone: set aside, never missing', () => {
    for (const version of ['full', 'public'] as const) {
      const said = inclusionFindings(receiptIn(line), checked(bundleOf(vote, version)));
      expect(said.at(-1)).toMatchObject({ holds: true, mind: true });
      expect(said.at(-1)?.words).toContain('作废了，没有算进去');
    }
    expect(onPhone(line)).toMatchObject({ found: 'aside', revision: 2, kept: 2 });
  });

  it('[SEAL-11] cannot be made of a ballot for the phone alone, nor the other way round', () => {
    const [counted] = vote.counted.ballots;
    const kept = (counted && signedReceipt(counted)) ?? '';
    expect(onPhone(kept)).toMatchObject({ found: 'counted' });
    expect(onPhone(kept, 'aside')).toEqual({ found: 'unsealed' });
    expect(onPhone(line, 'receipt')).toEqual({ found: 'unsealed' });
  });

  it('[SEAL-3] [PAP-1] [PAP-2] binds which ballot counts and until when papers were checked', () => {
    const bundle = bundleOf(vote, 'public');
    const { paper, closes, counted } = checked(bundle).header ?? {};
    expect(paper).toEqual({ precedence: 'latest', settleMinutes: 90 });
    const early: Forge = (b) => rewrite(b, 'counted', String((counted ?? 0) - 1));
    expect(counted).toBe((closes ?? 0) + 90 * 60_000 + 40_000);
    expect(wrong(forged(bundle, resigned(early)))).toContain('时间前后合不上');
    const turned = forged(bundle, (b) => rewrite(b, 'paper', 'first 90'));
    expect(wrong(turned)).toContain('签名不对');
  });

  const asideRow = (rows: (string | number)[][]) => rows.findIndex((row) => row[3] === 'aside');
  const dropped: Forge = (b) => b.leaves.splice(asideRow(b.leaves), 1);

  it.each<[string, Forge, string]>([
    ['left out', dropped, '作废的纸质票封存了 1 张，文件里有 0 张'],
    ['left out and resealed', resigned((b) => (dropped(b), rewrite(b, 'root', digest('x')))), '作废的纸质票'],
    ['not said', resigned((b) => (b.header = b.header.replace('aside 1\n', ''))), '作废的纸质票封存了 0 张'],
    ['said to be none', resigned((b) => rewrite(b, 'aside', '0')), '写得不对'],
    [
      'opened',
      (b) => b.leaves[asideRow(b.leaves)]?.push('no', digest('x'), 1, 'paper', digest('y')),
      '票写得不对',
    ],
    [
      'of nobody who is silent',
      (b) => {
        b.silent = b.silent.filter(([voter]) => voter !== b.leaves[asideRow(b.leaves)]?.[0]);
      },
      '不在没有投票的里面',
    ],
    [
      'made of a ballot that counted',
      (b) => {
        const n = b.leaves.findIndex((row) => row[3] === 'receipt');
        b.leaves[n] = [...(b.leaves[n] ?? []).slice(0, 3), 'aside', b.leaves[n]?.[4] ?? ''];
      },
      '封存的是 2 票，文件里有 1 票',
    ],
  ])('[SEAL-9] is refused where it is %s', (_what, forge, words) => {
    expect(wrong(forged(bundleOf(vote, 'full'), (bundle) => void forge(bundle)))).toContain(words);
  });
});
