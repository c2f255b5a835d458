import type { Block, Column } from '@contract/documents';
import type { TallyView } from '@contract/motions';
import { timeWords } from './dates';
import type { VoteFacts } from './facts';
import { areaFigure, areaWords, bothWords, comparisonWords, headsWords } from './figures';

type Line = { label: string; value: string };

const left = (title: string, width: number): Column => ({ title, width, align: 'left' });
const right = (title: string, width: number): Column => ({ title, width, align: 'right' });

/** What is voted on, by whom and for what worth (MOT-3). */
export function questionLines({ title, bodyLabel, subjectLabel, worth, placeName }: VoteFacts): Line[] {
  return [
    { label: '表决事项', value: title },
    { label: '表决组织', value: `${placeName} ${bodyLabel}` },
    { label: '事项类别', value: subjectLabel },
    { label: '表决效力', value: `${worth.label}（${worth.words}）` },
  ];
}

/** From when to when, with each announced change of the closing (CLK-4). */
export function timeLines({ opensAt, closesAt, closingChanges, extension }: VoteFacts): Line[] {
  return [
    { label: '表决时间', value: `${timeWords(opensAt)} 至 ${timeWords(closesAt)}` },
    ...(extension ? [{ label: '延长办法', value: extension }] : []),
    ...closingChanges.map(({ at, from, to, reason }) => ({
      label: '截止时间变更',
      value: `${timeWords(at)}公布：由${timeWords(from)}改为${timeWords(to)}。原因：${reason}`,
    })),
  ];
}

/** The frozen roll: how many, with which area, since when. */
export function rollLines({ roll, rule, unit, headWords }: VoteFacts): Line[] {
  if (!roll) return [];
  return [
    {
      label: '表决名册',
      value: `共${bothWords(roll, unit, rule.weighsArea)}，${timeWords(roll.frozenAt)}确定`,
    },
    { label: '计票办法', value: headWords },
  ];
}

/** The rule in words, each sentence with its article. */
export function ruleTable({ rule }: VoteFacts): Block {
  return {
    kind: 'table',
    columns: [left('通过的条件', 60), left('依据', 40)],
    rows: rule.lines.map(({ words, article }) => [words, article]),
    tall: false,
  };
}

/** What was cast for each choice, who did not vote, and the whole roll (RES-1). */
export function choiceTable({ rule, unit }: VoteFacts, tally: TallyView): Block {
  const rows = [
    ...tally.cast.map(({ label, heads, area }) => ({ label, heads, area })),
    { label: '没有投票', ...tally.notVoted },
    { label: '名册合计', ...tally.all },
  ];
  const heads = right(unit === '户' ? '户数' : '人数', rule.weighsArea ? 25 : 40);
  return {
    kind: 'table',
    columns: rule.weighsArea
      ? [left('选项', 40), heads, right('面积（平方米）', 35)]
      : [left('选项', 60), heads],
    rows: rows.map((row) => [
      row.label,
      headsWords(row.heads, unit),
      ...(rule.weighsArea ? [areaFigure(row.area)] : []),
    ]),
    tall: false,
  };
}

/** Each comparison that the verdict applied, on each axis, met or not, with its article (DEC-2). */
export function comparisonTable({ unit }: VoteFacts, { verdict }: TallyView): Block[] {
  if (verdict.lines.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [left('通过的条件', 32), left('实际', 26), left('是否达到', 17), left('依据', 25)],
      rows: verdict.lines.map((line) => [
        line.what,
        comparisonWords(line, unit),
        line.met ? '✓ 达到' : '✕ 没有达到',
        line.article,
      ]),
      tall: false,
    },
  ];
}

function byPhoneWords(presentByPhone: number | 'secret', unit: string): string {
  if (presentByPhone === 'secret') return '（手机投票视为到会；无记名表决，不分开列数）';
  return presentByPhone > 0 ? `，其中${headsWords(presentByPhone, unit)}只以手机投票视为到会` : '';
}

/** How many voted and by which channel, with the papers that do not count (PAP-11); who only a ballot by phone made present (ASM-9). */
export function presenceLines(
  { rule, unit }: VoteFacts,
  { verdict, presentByPhone, cast, paperLines }: TallyView,
): Line[] {
  const heads = cast.reduce((sum, one) => sum + one.heads, 0);
  const area = cast.reduce((sum, one) => sum + one.area, 0);
  const voted = { label: '参加投票', value: bothWords({ heads, area }, unit, rule.weighsArea) };
  if (presentByPhone === null) return [voted, ...paperLines];
  return [
    voted,
    ...paperLines,
    { label: '到会', value: `${headsWords(verdict.part.heads, unit)}${byPhoneWords(presentByPhone, unit)}` },
  ];
}

/** The voter's weight on paper: one head, and the area where it is weighed. */
export function weightWords(area: number, { rule, unit }: VoteFacts): string {
  return rule.weighsArea ? `1${unit}、${areaWords(area)}` : `1${unit}`;
}
