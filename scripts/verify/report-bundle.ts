import type { Bundle } from './bundle';
import type { Finding } from './finding';
import type { Header } from './header';
import { choiceWords } from './recount';
import { chinaTime, marked } from './report';

const OUTCOME_WORDS: Record<string, string> = {
  passed: '通过',
  'not-passed': '没有通过',
  'no-quorum': '参加的人不够，没有通过',
  'no-threshold': '意见征询，只看数目',
};

/** '8312.05 平方米', of areas in 0.01 m². */
const areaWords = (area: number) => `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')} 平方米`;

/** On one line: whoever made the file could else write lines of their own into this report. */
const plain = (text: string) => text.replaceAll(/[\p{C}\s]+/gu, ' ');

/** What was checked, of a named or of a secret vote; `secret`: nobody weighs by area. */
export interface Reported {
  findings: Finding[];
  bundle: Pick<Bundle, 'version' | 'question' | 'publicKey'> | null;
  header: Header | null;
  secret: boolean;
}

function contents({ bundle, header, secret }: Reported): string[] {
  if (!bundle || !header) return [];
  const weighed = (area: number) => (secret ? '' : `，${areaWords(area)}`);
  const figures = header.cast.map(({ choice, heads, area }) => {
    const label = choice.startsWith('option:')
      ? (bundle.question.options[Number(choice.slice('option:'.length)) - 1] ?? choiceWords(choice))
      : choiceWords(choice);
    return `  ${plain(label)}：${heads} 票${weighed(area)}`;
  });
  return [
    '',
    `封存的${bundle.version === 'full' ? '完整版' : '公开版'}上写的：`,
    `  题目：${plain(bundle.question.title)}`,
    `  截止：${chinaTime(header.closes)}，计票：${chinaTime(header.counted)}（北京时间）`,
    `  名册：${header.heads} 户（人）${weighed(header.area)}`,
    ...figures,
    ...(header.present === null ? [] : [`  到会：${header.present}`]),
    `  结果：${OUTCOME_WORDS[header.outcome] ?? header.outcome}${header.passed?.startsWith('option:') ? `（${choiceWords(header.passed)}）` : ''}`,
    `  封存总码：${header.root.slice(0, 12).toUpperCase()}`,
    `  公钥：${bundle.publicKey}`,
  ];
}

const PUBLIC_LIMITS = [
  '  每一票投的什么、面积多少：公开版里只有承诺值，不能逐票重新加一遍。要重新加，请业主下载完整版。',
];

const SECRET_LIMITS = ['  谁投的什么：这是无记名表决，没有人能查到，自己的也不能。'];

const LIMITS = [
  '  代号是哪一家，名册上的人和面积对不对。',
  '  没有投票的人有没有被别人代投：要拿名册一户一户去问。',
  '  会上到了多少人：那是会上点的。',
  '  别人手里的封存包是不是这一份：请和邻居、公告上的封存总码对一对。',
];

const COMPARE_KEY = [
  '',
  '还要您自己核对：公钥是不是社区公布的那一把。没有核对以前，只知道是用上面这把公钥签的，不知道这把公钥是谁的。',
  '核对时用：npm run verify -- 封存包 --key 社区公布的公钥',
];

/** What holds, what does not and what cannot be shown, in plain Chinese. `ok`: also where a receipt was looked for in it. */
export function bundleReport(checked: Reported, ok: boolean, comparedKey: boolean): string {
  const lines = [...checked.findings.map(marked), ...contents(checked)];
  if (!ok || !checked.bundle) {
    return [...lines, '', '结论：有对不上的地方，见上面打 ✗ 的。请把文件留好，拿给街道或者律师看。'].join(
      '\n',
    );
  }
  const whole = checked.bundle.version === 'full';
  const counted =
    whole || checked.secret ? '逐票重新加过，和公布的结果一样' : '封存包没有被改过，结果和各项票数合得上';
  return [
    ...lines,
    ...(comparedKey ? [] : COMPARE_KEY),
    '',
    '这份封存包不能说明：',
    ...(checked.secret ? SECRET_LIMITS : whole ? [] : PUBLIC_LIMITS),
    ...LIMITS,
    '',
    comparedKey ? `结论：${counted}。` : `结论：${counted}；公钥还没有核对。`,
  ].join('\n');
}
