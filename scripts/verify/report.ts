import type { Checked } from './check';
import type { Finding } from './finding';
import { numberedHead } from './chain';
import type { Receipt } from './receipt';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** '2026-03-02 09:00:00' in +08:00, whatever the machine's zone. */
export function chinaTime(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** What a receipt pins of the audit log; nothing for one of the first format. */
function anchored(audit: string | undefined): string[] {
  if (audit === undefined) return [];
  const { number, hash } = numberedHead(audit);
  if (number === 0) return ['  操作记录  投票的时候还没有封存过，没有可以对的'];
  return [`  操作记录  到第 ${number} 号封存为止，之后谁改了以前的记录都对不上`, `  记录码    ${hash}`];
}

function contents({ motion, voter, commitment, revision, at, publicKey, audit }: Receipt): string[] {
  return [
    '',
    '回执上写的：',
    `  表决编号  ${motion}`,
    `  投票人    ${voter}（只在这次表决里用的代号，不是姓名）`,
    `  承诺值    ${commitment}`,
    `  回执码    ${commitment.slice(0, 12).toUpperCase()}`,
    `  第几次投  第 ${revision} 次${revision > 1 ? `（改过 ${revision - 1} 次，只算最后一次）` : ''}`,
    `  时间      ${chinaTime(at)}（北京时间，以服务器的钟为准）`,
    ...anchored(audit),
    `  公钥      ${publicKey}`,
  ];
}

const COMPARE_KEY = [
  '',
  '还要您自己核对：公钥是不是社区公布的那一把。没有核对以前，只知道回执是用上面这把公钥签的，不知道这把公钥是谁的。',
  '核对时用：npm run verify -- 回执文件 --key 社区公布的公钥',
];

const LIMITS = [
  '',
  '这张回执能说明：服务器在这个时间收下了这一票，并且留下了改不了的承诺值。',
  '这张回执不能说明：',
  '  投的是什么，是谁投的。回执里没有写，也猜不出来。',
  '  这一票有没有算进结果。那要和计票以后的封存包核对：npm run verify -- 封存包 --receipt 回执文件',
  '  这是不是最后一次投的。后来改过票的，以次数大的那张回执为准。',
];

const CHECK_AUDIT =
  '  操作记录后来有没有人改过。那要和下载的操作记录封存核对：npm run verify -- 回执文件 --audit 封存文件';

/** '✓ …', '✗ …', or '○ …' for what holds and is to be minded. */
export const marked = ({ holds, words, mind }: Finding): string =>
  `${mind ? '○' : holds ? '✓' : '✗'} ${words}`;

function conclusion(findings: readonly Finding[], comparedKey: boolean): string {
  if (findings.some(({ holds }) => !holds))
    return '结论：回执本身没有问题，操作记录对不上，见上面打 ✗ 的。请把文件留好，拿给街道或者律师看。';
  return comparedKey ? '结论：这张回执是真的。' : '结论：回执本身没有问题，公钥还没有核对。';
}

/** What holds, what does not and what cannot be shown, in plain Chinese, for people who were never told what a hash is. `ok`: of the receipt itself. */
export function reportOf(
  { ok, receipt, findings }: Checked,
  comparedKey: boolean,
  comparedAudit = false,
): string {
  const lines = findings.map(marked);
  if (!ok || !receipt) return [...lines, '', '结论：这张回执靠不住，不能当证据。'].join('\n');
  return [
    ...lines,
    ...contents(receipt),
    ...(comparedKey ? [] : COMPARE_KEY),
    ...LIMITS,
    ...(receipt.audit === undefined || comparedAudit ? [] : [CHECK_AUDIT]),
    '',
    conclusion(findings, comparedKey),
  ].join('\n');
}
