import { type KeptMark, keptMark } from '../rules/secret-seal';
import { countParts } from '../repository';
import type { CountSealDocument } from './documents';
import { headOf, type Sealed, type Version } from './bundle';
import { type Cell, headRows, tableText } from './bundle-csv';

/** What a bundle of a secret vote is made of. */
export interface SecretSealed extends Pick<Sealed, 'motion' | 'seal'> {
  marks: readonly KeptMark[];
  /** In the order of the export. */
  choices: readonly string[];
  /** Pseudonyms of the voters without a mark; for the full version alone. */
  silent: readonly string[];
}

/** What each version cannot show, said in the file itself. */
export const SECRET_NOTES: Record<Version, string> = {
  public:
    '公开版，无记名。能核对：签名、有多少人投了票、把每一票重新加一遍、结果是不是按规则算的、一张回执在不在里面。' +
    '不能核对：谁投的什么（没有人能查到）；代号是谁；没有投票的人有没有被人代投；名册对不对。',
  full:
    '完整版，无记名。能核对：公开版能核对的，加上没有投票的有多少人。' +
    '不能核对：谁投的什么（没有人能查到）；代号是谁；没有投票的人有没有被人代投；名册对不对；会上到了多少人。',
};

/** A header from before it bound the voters without a mark makes the bundle that it always made (SEAL-7, SECRET-14). */
const formatOf = ({ header }: CountSealDocument) =>
  /\nsilent /.test(header) ? 'yard-bundle-secret-2' : 'yard-bundle-secret-1';

export const isSecretSeal = ({ choiceParts }: CountSealDocument): boolean => choiceParts !== undefined;

export async function secretSealedOf(
  motion: Sealed['motion'],
  seal: CountSealDocument,
  version: Version,
): Promise<SecretSealed> {
  const rows = await countParts.rows(seal.parts.map(({ id }) => id));
  const choices = await countParts.rows(seal.choiceParts ?? []);
  const silent = version === 'full' ? await countParts.rows(seal.silentParts) : [];
  return { motion, seal, marks: rows.map(keptMark), choices, silent };
}

const leafValues = (version: Version, { voter, commitment, salt }: KeptMark): string[] =>
  version === 'public' ? [voter, commitment] : [voter, commitment, salt];

/** One line of JSON, its members in the order of docs/verify.md (SECRET-10). */
export function secretBundleJson(version: Version, sealed: SecretSealed): string {
  const { marks, choices, silent } = sealed;
  const head = headOf(formatOf(sealed.seal), version, SECRET_NOTES[version], sealed);
  const shown = { ...head, leaves: marks.map((mark) => leafValues(version, mark)), choices };
  return JSON.stringify(version === 'public' ? shown : { ...shown, silent });
}

const HEADINGS = ['投票人代号', '承诺值'];

/** The same as a table: who voted, and apart from it what was chosen, in an order that means nothing. */
export function secretBundleCsv(version: Version, sealed: SecretSealed): string {
  const { marks, choices, silent } = sealed;
  const headings = version === 'public' ? HEADINGS : [...HEADINGS, '盐'];
  const ballots = choices.map((choice, n): Cell[] => [n + 1, choice]);
  return tableText([
    ...headRows(SECRET_NOTES[version], sealed),
    headings,
    ...marks.map((mark): Cell[] => leafValues(version, mark)),
    [],
    ['票（次序是打乱的，和上面的代号没有关系）', '投的是'],
    ...ballots,
    ...(version === 'full' ? [[], ['没有投票的代号'], ...silent.map((voter): Cell[] => [voter])] : []),
  ]);
}
