import { ballotsAmong, type Bundle, NoBundle, readBundle } from './bundle';
import { type Finding, found } from './finding';
import { treeRoot } from './hashes';
import { type Header, NoHeader, readHeader } from './header';
import { leafText, questionHash } from './opened';
import { recounted } from './recount';
import { keyIdOf, signedBy } from './signature';
import { NoRule, verdictOn } from './verdict';

export interface CheckedBundle {
  /** True only where everything that could be checked holds. */
  ok: boolean;
  /** Null where the file is none, or its header cannot be read. */
  bundle: Bundle | null;
  header: Header | null;
  findings: Finding[];
}

/** Longer than any ballot checked in time can take to be written (CLK-3). */
const COUNT_DELAY_MS = 40_000;
const MINUTE_MS = 60_000;

function keyFindings({ header, keyId, publicKey, signature }: Bundle, wanted: string | null): Finding[] {
  const findings = [
    found(
      keyIdOf(publicKey) === keyId,
      `公钥编号 ${keyId} 和公钥对得上`,
      '公钥编号和公钥对不上：其中一个被改过',
    ),
    found(
      signedBy(publicKey, header, signature),
      '签名是真的：封存以后，结果、规则、时间和名册一个字也没有改过',
      '签名不对：封存的内容被改过，或者不是这把公钥签的',
    ),
  ];
  if (wanted === null) return findings;
  const wrong = '公钥和您给的不一样：这份封存包不是用那把钥匙签的';
  return [...findings, found(publicKey === wanted, '公钥和您给的一样', wrong)];
}

function leafFindings(header: Header, { leaves }: Bundle): Finding[] {
  const twice = leaves.filter(({ voter }, n) => n > 0 && leaves[n - 1]?.voter === voter);
  const unsorted = leaves.some(({ voter }, n) => n > 0 && (leaves[n - 1]?.voter ?? '') > voter);
  const root = treeRoot(leaves.map((leaf) => leafText(header.motion, leaf)));
  const ballots = ballotsAmong(leaves).length;
  const aside = leaves.length - ballots;
  const besides = header.aside > 0 ? `；另有 ${header.aside} 张作废的纸质票，不计入` : '';
  const asideWords =
    aside === header.aside ? '' : `；作废的纸质票封存了 ${header.aside} 张，文件里有 ${aside} 张`;
  return [
    found(
      ballots === header.ballots && aside === header.aside,
      `一共 ${header.ballots} 票，一票不多、一票不少${besides}`,
      `封存的是 ${header.ballots} 票，文件里有 ${ballots} 票${asideWords}：有票被拿掉或者添上`,
    ),
    found(
      twice.length === 0 && !unsorted,
      '每个代号只有一票，按次序排好',
      twice.length > 0
        ? `有代号投了两票：${twice[0]?.voter.slice(0, 8)}…`
        : '票的次序不对：有两票换过位置，或者代号被改过',
    ),
    found(
      root === header.root,
      `每一票都和封存的总码 ${header.root.slice(0, 12).toUpperCase()} 对得上`,
      '和封存的总码对不上：有票被拿掉、添上、改过或者换过，或者是另一次表决的',
    ),
  ];
}

/** What must be so among the figures themselves, whoever counted. */
function figureFindings(header: Header): Finding[] {
  const { cast, ballots, aside, heads, area, present } = header;
  const votes = cast.reduce((sum, one) => sum + one.heads, 0);
  const weight = cast.reduce((sum, one) => sum + one.area, 0);
  const possible =
    ballots + aside <= heads && weight <= area && cast.every((one) => one.heads > 0 || one.area === 0);
  const there = present === null || (ballots <= present && present <= heads);
  return [
    found(votes === ballots, '各项票数加起来就是总票数', '各项票数加起来和总票数不一样'),
    found(
      possible && there,
      '票数和面积都没有超过名册，也没有超过到会的人',
      '票数、面积或者到会人数超过了可能的数',
    ),
  ];
}

function timeFinding({ opens, closes, counted, closingChanges, paper }: Header): Finding {
  const chained = closingChanges.every(({ from }, n) => n === 0 || closingChanges[n - 1]?.to === from);
  const announced = closingChanges.every(({ at, from, to }) => at < from && at < to);
  const last = closingChanges.at(-1)?.to ?? closes;
  // Until then papers are checked and objected to (PAP-2).
  const settles = closes + (paper?.settleMinutes ?? 0) * MINUTE_MS;
  const right =
    opens < closes && last === closes && chained && announced && counted >= settles + COUNT_DELAY_MS;
  return found(
    right,
    '开始、截止、改截止和计票的时间前后合得上',
    '开始、截止、改截止或者计票的时间前后合不上',
  );
}

function verdictFinding(header: Header): Finding {
  try {
    const { outcome, passed } = verdictOn(header);
    return found(
      outcome === header.outcome && passed === header.passed,
      '按封存的规则重新判断，结果和公布的一样',
      `按封存的规则重新判断，结果应该是“${outcome}${passed ? ` ${passed}` : ''}”，公布的却是“${header.outcome}${header.passed ? ` ${header.passed}` : ''}”`,
    );
  } catch (error) {
    if (error instanceof NoRule) return { holds: false, words: error.message };
    throw error;
  }
}

function questionFinding(header: Header, { question }: Bundle): Finding {
  const same = questionHash(question) === header.question && question.options.length === header.options;
  return found(same, '题目、说明和选项就是表决时的', '题目、说明或者选项和表决时的不一样');
}

function read(bytes: Uint8Array): { bundle: Bundle; header: Header } | Finding {
  try {
    const bundle = readBundle(bytes);
    return { bundle, header: readHeader(bundle.header) };
  } catch (error) {
    if (error instanceof NoBundle || error instanceof NoHeader) return { holds: false, words: error.message };
    throw error;
  }
}

/**
 * Checks one bundle by itself (docs/verify.md), without network or database; with `publicKey`, 64 hex digits, also whether that key
 * signed it. The full version is added up again, of the public one what can be.
 */
export function checkBundle(bytes: Uint8Array, publicKey: string | null = null): CheckedBundle {
  const given = read(bytes);
  if ('holds' in given) return { ok: false, bundle: null, header: null, findings: [given] };
  const { bundle, header } = given;
  const findings = [
    found(true, '格式完整，一项不多、一项不少', ''),
    ...keyFindings(bundle, publicKey),
    questionFinding(header, bundle),
    timeFinding(header),
    ...leafFindings(header, bundle),
    ...figureFindings(header),
    ...recounted(header, bundle),
    verdictFinding(header),
  ];
  return { ok: findings.every(({ holds }) => holds), bundle, header, findings };
}
