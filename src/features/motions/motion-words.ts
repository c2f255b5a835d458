import type { BodyKind, Threshold } from '@contract/decision';
import type { MotionPhase } from '@contract/meetings';

type Tone = 'brand' | 'leaf' | 'clay' | 'stone';

export const PHASE_TAGS: Record<MotionPhase, { text: string; tone: Tone }> = {
  draft: { text: '还没公布', tone: 'clay' },
  announced: { text: '等待开始', tone: 'clay' },
  open: { text: '表决中', tone: 'brand' },
  counting: { text: '正在计票', tone: 'clay' },
  counted: { text: '已有结果', tone: 'leaf' },
  cancelled: { text: '已取消', tone: 'stone' },
};

/** What one voter is called beside a number. */
export function headUnit(kind: BodyKind): string {
  return kind === 'owner-groups' || kind === 'homes' ? '户' : '人';
}

const FRACTIONS: Record<string, string> = {
  '1/2': '一半',
  '2/3': '三分之二',
  '3/4': '四分之三',
  '1/1': '全部',
};

/** The mark on a bar: 「三分之二」, 「过半」. */
export function markWords({ num, den, strict }: Threshold): string {
  const words = FRACTIONS[`${num}/${den}`] ?? `${den}分之${num}`;
  return strict ? `超过${words}` : words;
}

/** What was chosen, behind a tap: others may look over the shoulder. */
export function secretOf({ choiceLabel }: { choiceLabel: string }) {
  return { label: '您投的是', value: choiceLabel, ask: '看我投的是什么' };
}
