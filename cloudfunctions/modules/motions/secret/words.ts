import type { BoxState } from '@contract/secret-ballots';
import { chinaTime } from '../../../kernel/wording';
import type { MotionDocument } from '../documents';
import { settledAt } from '../rules/clock';
import { FEW_PAPERS } from '../rules/secret';
import { HEAD_UNITS } from '../words';
import type { BallotMarkDocument } from './documents';

/** Beside the ballot, before it is cast: who can see what (docs/decisions/0010). */
export const WHO_SEES: readonly string[] = [
  '邻居、工作人员和社区书记都看不到您投的是什么，结果出来以前也看不到投了多少票；同一户的人只看得到谁投过了。',
  '投票还没结束时，管服务器的人要是硬查数据库，能把人和票对上；计票以后单张的票就删掉了，只剩总数。',
  '您的手机也不留您投的是什么，所以没有人能要您拿出来看；投了不能改，请想好再投。',
];

export const markWords = (channel: BallotMarkDocument['channel']): string =>
  channel === 'phone'
    ? '您的票已经收下。以第一次投的为准，不能再改，投的是什么谁也查不到。'
    : '您的纸质票登记为已经放进票箱，手机上不能再投。要是没有放过，请在截止以前找登记的工作人员撤回。';

/** What every voter reads of paper in a secret ballot. */
export function boxTermsWords(motion: Pick<MotionDocument, 'paper' | 'closesAt'>): string {
  const until = chinaTime(settledAt(motion));
  return (
    '这次也可以用纸质票：票上不写名字，填好折起来自己放进票箱，工作人员只登记您放过了。手机和纸质只能用一样，先用的算。' +
    `截止以后开箱，两个人各数一遍，${until}以前登记进来。`
  );
}

export function boxStateWords(state: BoxState, motion: Pick<MotionDocument, 'paper' | 'closesAt'>): string {
  const words: Record<BoxState, string> = {
    open: '看着投票人把票放进箱子，再登记。截止以后才能开箱。',
    due: `请开箱数票，两个人各登记一次，${chinaTime(settledAt(motion))}以前要登记完，过时箱里的票不能计入。`,
    entered: '已经登记一次，请另一位工作人员自己数一遍再登记。',
    differed: '两次登记不一样，没有算数。请一起重新数，再登记两次。',
    confirmed: '两个人登记得一样，已经算数。',
    over: '登记的时间过了。没有两个人都数完的，箱里的票不计入，结果里会写明有几张。',
  };
  return words[state];
}

export const FEW_WORDS = `箱里的票不到${FEW_PAPERS}张，数票的人可能看得出是谁的。请把票和计票单封好，不要对外说箱里各投了多少。`;

/** What became of the papers that are in no figure, for the result (SECRET-7). */
export function boxLines({ box, bodyKind }: Pick<MotionDocument, 'box' | 'bodyKind'>) {
  if (!box) return [];
  const unit = HEAD_UNITS[bodyKind];
  const { spoiled, missing, uncounted, invalid } = box;
  const line = (label: string, value: string) => ({ label, value });
  return [
    ...(spoiled > 0 ? [line('废票', `${spoiled}张，没有选或者看不清选的哪一项`)] : []),
    ...(missing > 0 ? [line('票箱里少的', `登记放进去的比箱里多${missing}张`)] : []),
    ...(uncounted > 0 && !invalid ? [line('没有计入的纸质票', `${uncounted}${unit}，票箱没有按时数完`)] : []),
    ...(invalid
      ? [
          line(
            '票箱作废',
            `收回${invalid.papers}张，比登记的${uncounted}张多，整箱不计。${invalid.reasons.join('；')}`,
          ),
        ]
      : []),
  ];
}
