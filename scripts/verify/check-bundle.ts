import { ballotsAmong, type Bundle, NoBundle, readBundle } from './bundle';
import { type Finding, found } from './finding';
import { treeRoot } from './hashes';
import { type Header, NoHeader, readHeader } from './header';
import { leafText } from './opened';
import { recounted } from './recount';
import { keyFindings, questionFinding, timeFinding, verdictFinding } from './shared-findings';

export interface CheckedBundle {
  /** True only where everything that could be checked holds. */
  ok: boolean;
  /** Null where the file is none, or its header cannot be read. */
  bundle: Bundle | null;
  header: Header | null;
  findings: Finding[];
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
    questionFinding(header, bundle.question),
    timeFinding(header),
    ...leafFindings(header, bundle),
    ...figureFindings(header),
    ...recounted(header, bundle),
    verdictFinding(header),
  ];
  return { ok: findings.every(({ holds }) => holds), bundle, header, findings };
}
