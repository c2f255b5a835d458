import {
  type Bundle,
  bundleText,
  CHOICES,
  HEAD_MEMBERS,
  isHash,
  listOf,
  NoBundle,
  parsed,
  requireIssued,
  requireMembers,
  signedIn,
  textOf,
} from './bundle';
import {
  type Header,
  linesOf,
  NoHeader,
  endIn,
  outcomeIn,
  paperIn,
  presentIn,
  termsIn,
  choicesOf,
} from './header';

/** One mark: that a voter voted. */
export interface MarkLeaf {
  voter: string;
  commitment: string;
  /** Only in the full version. */
  salt: string | null;
}

/** A bundle of a secret vote (docs/verify.md). */
export interface SecretBundle
  extends Pick<Bundle, 'version' | 'question' | 'header' | 'keyId' | 'publicKey' | 'signature'> {
  marks: MarkLeaf[];
  /** In the order of the export. */
  choices: string[];
  /** Whether its header has to bind the voters without a mark. */
  bindsSilent: boolean;
  /** Pseudonyms without a mark; only in the full version. */
  silent: string[] | null;
}

/** The header of a secret count; areas are nought, for nobody weighs by area. */
export interface SecretHeader extends Header {
  marks: number;
  box: { spoiled: number; missing: number; uncounted: number } | null;
  choices: string;
  /** Hash of the voters without a mark; null in the first format. */
  silent: string | null;
}

/** The second binds the voters without a mark by a line of the header; in the first there is none. */
const BEGINNINGS = ['{"format":"yard-bundle-secret-1",', '{"format":"yard-bundle-secret-2",'] as const;
const MEMBERS = [...HEAD_MEMBERS, 'leaves', 'choices'];
const NUMBER = '(0|[1-9]\\d{0,14})';

/** Whether a text that claims to be a bundle is one of a secret vote. */
export const isSecretBundle = (text: string): boolean =>
  BEGINNINGS.some((beginning) => text.startsWith(beginning));

function markOf(row: unknown, n: number, version: Bundle['version']): MarkLeaf {
  const [voter, commitment, salt = null, ...rest] = listOf(row, `leaves 的第 ${n + 1} 行`);
  const salted = version === 'full' ? isHash(salt) : salt === null && (row as unknown[]).length === 2;
  if (!isHash(voter) || !isHash(commitment) || !salted || rest.length > 0)
    throw new NoBundle(`第 ${n + 1} 个投票记录写得不对`);
  return { voter, commitment, salt: isHash(salt) ? salt : null };
}

function choiceOf(value: unknown, n: number): string {
  if (typeof value === 'string' && CHOICES.has(value)) return value;
  throw new NoBundle(`choices 的第 ${n + 1} 票写得不对`);
}

function voterOf(value: unknown, n: number): string {
  if (isHash(value)) return value;
  throw new NoBundle(`没有投票的第 ${n + 1} 行写得不对`);
}

/**
 * Reads a bundle of a secret vote as strictly as a named one.
 * @throws NoBundle with the reason
 */
export function readSecretBundle(bytes: Uint8Array): SecretBundle {
  const text = bundleText(bytes);
  const given = parsed(text, ...BEGINNINGS);
  const version = given.version === 'full' ? 'full' : 'public';
  const value = requireMembers(given, version === 'full' ? [...MEMBERS, 'silent'] : MEMBERS, '封存包');
  textOf(value.version, 'version', /^(public|full)$/);
  textOf(value.note, 'note');
  const bundle = {
    version,
    bindsSilent: text.startsWith(BEGINNINGS[1]),
    ...signedIn(value),
    marks: listOf(value.leaves, 'leaves').map((row, n) => markOf(row, n, version)),
    choices: listOf(value.choices, 'choices').map(choiceOf),
    silent: version === 'full' ? listOf(value.silent, 'silent').map(voterOf) : null,
  } as const;
  requireIssued(given, text);
  return bundle;
}

/**
 * Reads the header of a secret count strictly.
 * @throws NoHeader with the reason
 */
export function readSecretHeader(text: string, bindsSilent: boolean): SecretHeader {
  const lines = linesOf(text, 'secret', '这不是无记名表决的封存内容');
  const terms = termsIn(lines);
  if (terms.voters === 'owner-groups') throw new NoHeader('业主表决按面积算，不能无记名');
  if (terms.options === 1 || terms.options > 20) throw new NoHeader('封存内容里的选项数目不对');
  const paper = paperIn(lines);
  const roll = lines.word('roll', '[0-9a-f]{64}');
  const heads = lines.number('heads');
  const marks = lines.number('marks');
  const silent = bindsSilent ? lines.word('silent', '[0-9a-f]{64}') : null;
  const [spoiled = 0, missing = 0, uncounted = 0] = paper
    ? lines.take('box', `${NUMBER} ${NUMBER} ${NUMBER}`).map(Number)
    : [];
  const header: SecretHeader = {
    ...terms,
    ...{ paper, roll, heads, marks, silent, area: 0, weights: null, aside: 0 },
    box: paper && { spoiled, missing, uncounted },
    ballots: lines.number('ballots'),
    choices: lines.word('choices', '[0-9a-f]{64}'),
    cast: choicesOf(terms.options).map((choice) => {
      return { choice, heads: lines.number(`cast ${choice}`), area: 0 };
    }),
    present: presentIn(lines),
    ...outcomeIn(lines),
    ...endIn(lines),
  };
  lines.end();
  return header;
}
