import { choicesOf } from './header';
import { beginsWith, isPlain, textIn } from './text';

/** One ballot of a bundle (docs/verify.md); hex in lower case. */
export interface Leaf {
  voter: string;
  revision: number;
  commitment: string;
  origin: string;
  weight: string;
  /** Only in the full version, and of ballots alone: what opens the two commitments. */
  opened: { choice: string; salt: string; area: number; channel: string; weightSalt: string } | null;
}

export interface Bundle {
  version: 'public' | 'full';
  question: { title: string; text: string; options: string[] };
  header: string;
  keyId: string;
  publicKey: string;
  signature: string;
  leaves: Leaf[];
  /** Only in the full version. */
  roll: { silent: { voter: string; area: number }[]; salt: string } | null;
}

/** The leaves that are ballots; the others are papers that their voters set aside. */
export const ballotsAmong = (leaves: readonly Leaf[]): Leaf[] =>
  leaves.filter(({ origin }) => origin !== 'aside');

/** Why a text is no bundle, in a sentence for whoever holds it. */
export class NoBundle extends Error {}

/** Some 250,000 ballots; anything longer is not read. */
export const MAX_BUNDLE_BYTES = 100_000_000;
/** Of ballots, of choices and of those who did not vote, each. */
const MAX_ROWS = 300_000;
/** Characters of any text in it, the header among them. */
const MAX_TEXT = 1_000_000;
const MAX_OPTIONS = 20;

const BEGINNING = '{"format":"yard-bundle-1",';
export const HEAD_MEMBERS = [
  'format',
  'version',
  'note',
  'question',
  'header',
  'keyId',
  'publicKey',
  'signature',
];
const MEMBERS = [...HEAD_MEMBERS, 'leaves'];
const FULL_MEMBERS = [...MEMBERS, 'silent', 'weightsSalt'];
/** The most that a ballot paper offers. */
export const CHOICES = new Set([...choicesOf(0), ...choicesOf(20)]);

export const HASH = /^[0-9a-f]{64}$/;
export const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isArea = (value: unknown): value is number => isWhole(value, 0, 999_999_999_999_999);

/** Whether a file claims to be a bundle; what else it is, is not looked at. */
export function claimsToBeBundle(bytes: Uint8Array): boolean {
  return beginsWith(bytes, '{"format":"yard-bundle-');
}

export function parsed(text: string, ...beginnings: readonly string[]): Record<string, unknown> {
  if (!beginnings.some((beginning) => text.startsWith(beginning)))
    throw new NoBundle(
      '开头不是“yard-bundle-1”“yard-bundle-secret-1”或“yard-bundle-secret-2”，不是一份封存包',
    );
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new NoBundle('读不出来：文件没有下载完整，或者被改坏了');
  }
}

export function requireMembers(
  value: unknown,
  names: readonly string[],
  what: string,
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new NoBundle(`${what}写得不对`);
  const given = Object.keys(value);
  if (given.join() !== names.join())
    throw new NoBundle(`${what}多了一项、少了一项，或者次序不对：应该是 ${names.join('、')}`);
  return value as Record<string, unknown>;
}

/** A text in one form; half a character, which an escape can smuggle in, is none. */
export function textOf(value: unknown, what: string, form = /^[^]*$/): string {
  const text = typeof value === 'string' && value.length <= MAX_TEXT && form.test(value) ? value : null;
  if (text === null || Buffer.from(text).toString() !== text) throw new NoBundle(`“${what}”这一项写得不对`);
  return text;
}

export function listOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value) || value.length > MAX_ROWS) throw new NoBundle(`“${what}”这一项写得不对`);
  return value;
}

export function questionOf(value: unknown): Bundle['question'] {
  const { title, text, options } = requireMembers(value, ['title', 'text', 'options'], '题目');
  const given = listOf(options, 'options');
  if (given.length > MAX_OPTIONS) throw new NoBundle('“options”这一项写得不对');
  const offered = given.map((option) => textOf(option, 'options'));
  return { title: textOf(title, 'title'), text: textOf(text, 'text'), options: offered };
}

function openedOf(values: readonly unknown[]): Leaf['opened'] | undefined {
  const [choice, salt, area, channel, weightSalt] = values;
  const known = typeof choice === 'string' && CHOICES.has(choice);
  const way = channel === 'phone' || channel === 'paper' || channel === 'door';
  if (!known || !isHash(salt) || !isArea(area) || !way || !isHash(weightSalt)) return undefined;
  return { choice, salt, area, channel, weightSalt };
}

function leafOf(row: unknown, n: number, version: Bundle['version']): Leaf {
  const values = listOf(row, `leaves 的第 ${n + 1} 行`);
  const [voter, revision, commitment, origin, weight, ...rest] = values;
  const opens = version === 'full' && origin !== 'aside';
  const opened = opens ? openedOf(rest) : null;
  const whole = rest.length === (opens ? 5 : 0) && opened !== undefined;
  const made = origin === 'receipt' || origin === 'sealing' || origin === 'aside';
  if (!whole || !isHash(voter) || !isWhole(revision, 1, 999_999_999) || !isHash(commitment) || !made) {
    throw new NoBundle(`第 ${n + 1} 票写得不对`);
  }
  if (!isHash(weight)) throw new NoBundle(`第 ${n + 1} 票写得不对`);
  return { voter, revision, commitment, origin, weight, opened };
}

function silentOf(row: unknown, n: number): { voter: string; area: number } {
  const [voter, area, ...rest] = listOf(row, 'silent');
  if (!isHash(voter) || !isArea(area) || rest.length > 0)
    throw new NoBundle(`没有投票的第 ${n + 1} 行写得不对`);
  return { voter, area };
}

function rollOf(value: Record<string, unknown>): Bundle['roll'] {
  const silent = listOf(value.silent, 'silent').map(silentOf);
  return { silent, salt: textOf(value.weightsSalt, 'weightsSalt', HASH) };
}

/** A bundle's text, of whatever kind. @throws NoBundle */
export function bundleText(bytes: Uint8Array): string {
  if (bytes.length > MAX_BUNDLE_BYTES) throw new NoBundle('文件太大，不是一份封存包');
  const text = textIn(bytes);
  if (text === null) throw new NoBundle('文件里不是文字，不是一份封存包');
  if (!isPlain(text)) throw new NoBundle('读不出来：括号或者项目太多，不是一份封存包');
  return text;
}

/** Question, header and signature, as every bundle has them. */
export const signedIn = (value: Record<string, unknown>) => ({
  question: questionOf(value.question),
  header: textOf(value.header, 'header', /^[\n\x20-\x7e]*$/),
  keyId: textOf(value.keyId, 'keyId', /^[0-9a-f]{16}$/),
  publicKey: textOf(value.publicKey, 'publicKey', HASH),
  signature: textOf(value.signature, 'signature', /^[0-9a-f]{128}$/),
});

/** @throws NoBundle where the text is not in the one form in which it was issued */
export function requireIssued(given: Record<string, unknown>, text: string): void {
  if (JSON.stringify(given) !== text)
    throw new NoBundle('和发出来的写法不一样：有重复的项、多余的空格，或者换了写法。请用下载的原文件');
}

/**
 * Reads a bundle strictly: nothing missing, nothing besides, each value in its one form and the whole exactly as it was issued, so that
 * no two programs read two things in one file.
 * @throws NoBundle with the reason
 */
export function readBundle(bytes: Uint8Array): Bundle {
  const text = bundleText(bytes);
  const given = parsed(text, BEGINNING);
  const version = given.version === 'full' ? 'full' : 'public';
  const value = requireMembers(given, version === 'full' ? FULL_MEMBERS : MEMBERS, '封存包');
  textOf(value.version, 'version', /^(public|full)$/);
  textOf(value.note, 'note');
  const bundle: Bundle = {
    version,
    ...signedIn(value),
    leaves: listOf(value.leaves, 'leaves').map((row, n) => leafOf(row, n, version)),
    roll: version === 'full' ? rollOf(value) : null,
  };
  requireIssued(given, text);
  return bundle;
}
