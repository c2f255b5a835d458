import type { ChallengeOutcome } from '@contract/rolls';
import type { MotionDocument, RollEntryDocument } from '../motions/documents';
import { weighsArea } from '../motions/policy/terms';

export const OUTCOME_WORDS: Record<ChallengeOutcome, string> = {
  corrected: '已更正，名册已经重新确定',
  later: '登记已更正，从下一次表决起算',
  refused: '没有更正',
};

const BASIS_WORDS = {
  'land-register': '不动产登记的面积',
  surveyed: '测绘的面积',
  contract: '合同上的面积',
} as const;

const PARKING_WORDS = {
  registered: '办了产权登记的车位',
  'community-rule': '按小区的规定计入的车位',
  none: '这个车位不计入面积',
} as const;

/** '98.56' of 0.01 m². */
const squareMetres = (area: number) => `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')} ㎡`;

type Home = RollEntryDocument['homes'][number];

function homeWords(label: string, { area, areaBasis, parkingBasis }: Home): string {
  if (parkingBasis === 'none') return `${label}：${PARKING_WORDS.none}`;
  const basis = parkingBasis === null ? '' : `，${PARKING_WORDS[parkingBasis]}`;
  return `${label}：${squareMetres(area)}，${BASIS_WORDS[areaBasis]}${basis}`;
}

function groupWords(
  { developer, homeIds, area, keys, namedKey }: RollEntryDocument,
  weighs: boolean,
): string[] {
  const sum = weighs ? `，面积合计 ${squareMetres(area)}` : '';
  return [
    developer
      ? `还没有交付的和没有卖出的房屋都算开发商一户、一票${sum}`
      : homeIds.length > 1
        ? `同一业主的 ${homeIds.length} 处合起来算一户、一票${sum}`
        : `算一户、一票${sum}`,
    ...(keys.length > 1 && !developer
      ? [namedKey === null ? '共有人没有推选人：谁先投，以谁的为准' : '共有人推选了一位，由这一位投票']
      : []),
  ];
}

/**
 * Why a voter stands on the roll as it does, in plain sentences (ROLL-17). For those who may know what its owner owns alone.
 */
export function whyWords(motion: MotionDocument, entry: RollEntryDocument): string[] {
  if (entry.kind === 'delegates') return ['您是代表，一人一票'];
  if (entry.kind === 'persons') return ['登记在这里、冻结名册那天满18周岁，一人一票'];
  if (entry.kind === 'homes') {
    return [entry.namedKey === null ? '一户一票，没有推选户代表' : '一户一票，由推选的户代表投'];
  }
  const labels = new Map(entry.homeIds.map((id, n) => [id, entry.homeLabels[n] ?? '']));
  const homes = entry.homes.map((home) => homeWords(labels.get(home.homeId) ?? '', home));
  const weighs = weighsArea(motion);
  return [...(weighs ? homes : []), ...groupWords(entry, weighs)];
}

/** What it means to be on no roll, by what the person is here. */
export function absentWords(motion: MotionDocument, hasHome: boolean): string {
  if (motion.bodyKind === 'delegates') return '这次由代表投票，您不在代表名单里。';
  return hasHome
    ? '登记里没有您的名字，或者这次不由您家投票。觉得不对，请在下面提出来。'
    : '您在这里没有认领房屋。在这里有房的，请先认领，再来看名册。';
}
