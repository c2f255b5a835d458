import { ballotsAmong, type Bundle, type Leaf } from './bundle';
import { type Finding, found } from './finding';
import type { Header } from './header';
import { choiceOpens, rollWeights, weightOpens } from './opened';

const NAMED = 3;

/** «3 票：第 2 票（代号 abcd1234…）、…» */
function listed(wrong: readonly { n: number; voter: string }[]): string {
  const some = wrong.slice(0, NAMED).map(({ n, voter }) => `第 ${n + 1} 票（代号 ${voter.slice(0, 8)}…）`);
  return `${some.join('、')}${wrong.length > NAMED ? ` 等 ${wrong.length} 票` : ''}`;
}

type Opens = (header: Header, leaf: Leaf, opened: NonNullable<Leaf['opened']>) => boolean;

function unopened(header: Header, leaves: readonly Leaf[], opens: Opens) {
  return leaves
    .map((leaf, n) => ({
      n,
      voter: leaf.voter,
      holds: leaf.opened !== null && opens(header, leaf, leaf.opened),
    }))
    .filter(({ holds }) => !holds);
}

function openings(header: Header, leaves: readonly Leaf[]): Finding[] {
  const choices = unopened(header, leaves, choiceOpens);
  const weights = unopened(header, leaves, weightOpens);
  return [
    found(
      choices.length === 0,
      '每一票投的什么都和当时的承诺值对得上',
      `投的什么和承诺值对不上，选择、第几次投或者名册被改过：${listed(choices)}`,
    ),
    found(
      weights.length === 0,
      '每一票的面积和渠道都和封存的承诺值对得上',
      `面积或者渠道和封存的承诺值对不上，被改过：${listed(weights)}`,
    ),
  ];
}

const CHOICE_WORDS: Record<string, string> = {
  yes: '同意',
  no: '反对',
  abstain: '弃权',
  'none-of-them': '都不同意',
};

export const choiceWords = (choice: string) =>
  CHOICE_WORDS[choice] ?? `选项 ${choice.slice('option:'.length)}`;

/** The choices whose sum over the ballots is another than the published one. */
function wrongSums({ cast }: Header, leaves: readonly Leaf[]): string[] {
  const sums = new Map<string, { heads: number; area: number }>();
  for (const { opened } of leaves) {
    if (!opened) continue;
    const sum = sums.get(opened.choice) ?? { heads: 0, area: 0 };
    sums.set(opened.choice, { heads: sum.heads + 1, area: sum.area + opened.area });
  }
  const offered = new Set(cast.map(({ choice }) => choice));
  const foreign = [...sums.keys()].filter((choice) => !offered.has(choice));
  const wrong = cast.filter(({ choice, heads, area }) => {
    const sum = sums.get(choice) ?? { heads: 0, area: 0 };
    return sum.heads !== heads || sum.area !== area;
  });
  return [...wrong.map(({ choice }) => choiceWords(choice)), ...foreign.map((one) => `没有的选项 ${one}`)];
}

function rollFindings(header: Header, leaves: readonly Leaf[], roll: NonNullable<Bundle['roll']>): Finding[] {
  const { silent } = roll;
  const voters = new Set(leaves.map(({ voter }) => voter));
  const sorted = silent.every(({ voter }, n) => n === 0 || (silent[n - 1]?.voter ?? '') < voter);
  const apart = silent.every(({ voter }) => !voters.has(voter));
  const area =
    leaves.reduce((sum, { opened }) => sum + (opened?.area ?? 0), 0) +
    silent.reduce((sum, one) => sum + one.area, 0);
  const heads = leaves.length + silent.length;
  return [
    found(sorted && apart, '没有投票的代号没有重复', '没有投票的代号有重复、次序不对，或者和投了票的重复'),
    found(
      heads === header.heads && area === header.area,
      '投了票的和没有投票的加起来，正好是名册的户数（人数）和面积',
      '投了票的和没有投票的加起来，和名册的户数（人数）或者面积不一样：少了、多了或者改了',
    ),
    found(
      rollWeights(header.motion, leaves, roll) === header.weights,
      '名册上每一个代号的面积都和封存的一样',
      '名册上有代号的面积和封存的不一样：面积被改过，或者换过代号',
    ),
  ];
}

/** Whoever set a paper aside and cast nothing else is one of those without a ballot. */
function asideFinding(leaves: readonly Leaf[], { silent }: NonNullable<Bundle['roll']>): Finding {
  const without = new Set(silent.map(({ voter }) => voter));
  const astray = leaves.some(({ origin, voter }) => origin === 'aside' && !without.has(voter));
  return found(
    !astray,
    '作废的纸质票，它的代号都在没有投票的里面',
    '有作废的纸质票，它的代号不在没有投票的里面',
  );
}

/** Adds a full bundle up again, ballot by ballot; of a public one there is nothing to add up. */
export function recounted(header: Header, { leaves, roll }: Bundle): Finding[] {
  if (!roll) return [];
  const ballots = ballotsAmong(leaves);
  const wrong = wrongSums(header, ballots);
  return [
    ...openings(header, ballots),
    found(
      wrong.length === 0,
      '逐票重新加了一遍，每一项的票数和面积都和公布的一样',
      `逐票重新加了一遍，和公布的不一样：${wrong.join('、')}`,
    ),
    ...rollFindings(header, ballots, roll),
    asideFinding(leaves, roll),
  ];
}
