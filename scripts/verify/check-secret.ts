import { NoBundle } from './bundle';
import { auditFindings } from './check-inclusion';
import { type Finding, found } from './finding';
import { sha256, treeRoot } from './hashes';
import { NoHeader } from './header';
import type { Receipt } from './receipt';
import { choiceWords } from './recount';
import {
  type MarkLeaf,
  readSecretBundle,
  readSecretHeader,
  type SecretBundle,
  type SecretHeader,
} from './secret-bundle';
import { keyFindings, questionFinding, timeFinding, verdictFinding } from './shared-findings';

export interface CheckedSecret {
  ok: boolean;
  /** Null where the file is none, or its header cannot be read. */
  bundle: SecretBundle | null;
  header: SecretHeader | null;
  findings: Finding[];
}

const ascending = (all: readonly string[]) => all.every((one, n) => n === 0 || (all[n - 1] ?? '') < one);

const markLeaf = (motion: string, { voter, commitment }: MarkLeaf) =>
  `yard-mark-leaf-1\nmotion ${motion}\nvoter ${voter}\ncommitment ${commitment}\n`;

function markFindings(header: SecretHeader, { marks }: SecretBundle): Finding[] {
  const root = treeRoot(marks.map((mark) => markLeaf(header.motion, mark)));
  return [
    found(
      marks.length === header.marks && header.marks <= header.heads,
      `一共 ${header.marks} 个人（户）投了票，一个不多、一个不少`,
      `封存的是 ${header.marks} 个人（户）投了票，文件里有 ${marks.length} 个，或者比名册还多`,
    ),
    found(
      ascending(marks.map(({ voter }) => voter)),
      '每个代号只投了一次，按次序排好',
      '有代号投了两次，或者次序不对',
    ),
    found(
      root === header.root,
      `谁投了票和封存的总码 ${header.root.slice(0, 12).toUpperCase()} 对得上`,
      '和封存的总码对不上：有代号被拿掉、添上、改过或者换过，或者是另一次表决的',
    ),
  ];
}

/** The export by itself, its sums, and whether it goes with the marks. */
function choiceFindings(header: SecretHeader, { choices }: SecretBundle): Finding[] {
  const { motion, ballots, marks, box, cast, present, heads } = header;
  const text = choices.map((choice) => `choice ${choice}\n`).join('');
  const same = sha256(`yard-choices-1\nmotion ${motion}\n${text}`) === header.choices;
  const sum = (choice: string) => choices.filter((one) => one === choice).length;
  const wrong = cast.filter((one) => sum(one.choice) !== one.heads).map(({ choice }) => choiceWords(choice));
  const offered = cast.reduce((total, one) => total + one.heads, 0);
  const aside = box ? box.spoiled + box.missing + box.uncounted : 0;
  return [
    found(same, '打乱次序的每一票和封存的一样', '票被拿掉、添上、改过，或者换过次序'),
    found(
      wrong.length === 0 && offered === choices.length && choices.length === ballots,
      '逐票重新加了一遍，每一项的票数都和公布的一样',
      `逐票重新加了一遍，和公布的不一样：${wrong.join('、') || '总票数'}`,
    ),
    found(
      marks === ballots + aside,
      `投票的人（户）数和票数合得上${aside > 0 ? `：另有 ${aside} 张纸质票没有计入` : ''}`,
      '投票的人（户）数和票数合不上',
    ),
    found(
      present === null || (marks <= present && present <= heads),
      '票数没有超过到会的人',
      '票数超过了到会的人，或者到会的人超过了名册',
    ),
  ];
}

/** Whether the voters without a mark are those that were sealed; the first format did not bind them. */
function silentFindings({ motion, silent: sealed }: SecretHeader, silent: readonly string[]): Finding[] {
  if (sealed === null) return [];
  const text = silent.map((voter) => `voter ${voter}\n`).join('');
  return [
    found(
      sha256(`yard-silent-1\nmotion ${motion}\n${text}`) === sealed,
      '没有投票的代号和封存的一样',
      '没有投票的代号和封存的不一样：有的被拿掉、添上或者换过',
    ),
  ];
}

function openings(header: SecretHeader, { marks, silent }: SecretBundle): Finding[] {
  if (!silent) return [];
  const { motion, roll, heads } = header;
  const closed = marks.filter(
    ({ voter, commitment, salt }) =>
      sha256(`yard-mark-1\nmotion ${motion}\nroll ${roll}\nvoter ${voter}\nsalt ${salt}\n`) !== commitment,
  );
  const voted = new Set(marks.map(({ voter }) => voter));
  const apart = ascending(silent) && silent.every((voter) => !voted.has(voter));
  return [
    found(
      closed.length === 0,
      '每一个投票记录都和当时的承诺值对得上',
      `和承诺值对不上，名册或者代号被改过：${closed[0]?.voter.slice(0, 8)}…`,
    ),
    found(apart, '没有投票的代号没有重复', '没有投票的代号有重复、次序不对，或者和投了票的重复'),
    found(
      marks.length + silent.length === heads,
      '投了票的和没有投票的加起来，正好是名册的户数（人数）',
      '投了票的和没有投票的加起来，和名册的户数（人数）不一样',
    ),
    ...silentFindings(header, silent),
  ];
}

function read(bytes: Uint8Array): { bundle: SecretBundle; header: SecretHeader } | Finding {
  try {
    const bundle = readSecretBundle(bytes);
    return { bundle, header: readSecretHeader(bundle.header, bundle.bindsSilent) };
  } catch (error) {
    if (error instanceof NoBundle || error instanceof NoHeader) return { holds: false, words: error.message };
    throw error;
  }
}

/** Checks a bundle of a secret vote by itself (docs/verify.md), as `checkBundle` a named one. */
export function checkSecret(bytes: Uint8Array, publicKey: string | null = null): CheckedSecret {
  const given = read(bytes);
  if ('holds' in given) return { ok: false, bundle: null, header: null, findings: [given] };
  const { bundle, header } = given;
  const findings = [
    found(true, '格式完整，一项不多、一项不少', ''),
    ...keyFindings(bundle, publicKey),
    questionFinding(header, bundle.question),
    timeFinding(header),
    ...markFindings(header, bundle),
    ...choiceFindings(header, bundle),
    ...openings(header, bundle),
    verdictFinding(header),
  ];
  return { ok: findings.every(({ holds }) => holds), bundle, header, findings };
}

/** Whether the mark of a genuine receipt is in a bundle of a secret vote. */
export function markInclusion(receipt: Receipt, { bundle, header }: CheckedSecret): Finding[] {
  if (!bundle || !header) return [];
  if (receipt.motion !== header.motion)
    return [{ holds: false, words: '这张回执是另一次表决的，不能和这份封存包核对' }];
  const mark = bundle.marks.find(({ voter }) => voter === receipt.voter);
  return [
    found(
      receipt.publicKey === bundle.publicKey,
      '回执和封存包是同一把钥匙签的',
      '回执和封存包不是同一把钥匙签的。请问社区是不是换过钥匙，换过的两把公钥都要公布',
    ),
    found(
      receipt.at >= header.opens && receipt.at <= header.closes,
      '回执的时间在投票的时间里',
      '回执的时间不在投票的时间里',
    ),
    ...auditFindings(receipt, header),
    found(
      mark?.commitment === receipt.commitment && receipt.revision === 1,
      '这张回执的票收下了，在投了票的里面',
      '封存包里没有这张回执，或者换成了另一张。请保留回执和封存包，这就是证据',
    ),
  ];
}
