import { keyIdOf } from '../../../kernel/signing';
import type { MotionDocument } from '../documents';
import type { KeptBallot } from '../rules/seal-rows';
import type { Weighed } from '../rules/seal-text';
import type { CountSealDocument } from './documents';
import { leafOf } from './hashes';

/** What a bundle is made of, read from the seal and its parts. */
export interface Sealed {
  motion: Pick<MotionDocument, '_id' | 'title' | 'text' | 'options'>;
  seal: CountSealDocument;
  ballots: readonly KeptBallot[];
  /** Voters of the roll without a ballot; for the full version alone. */
  silent: readonly Weighed[];
}

export type Version = 'public' | 'full';

/** What each version cannot show, said in the file itself to whoever opens it. */
export const NOTES: Record<Version, string> = {
  public:
    '公开版。能核对：签名、票数、各项票数加起来对不对、结果是不是按规则算的、一张回执在不在里面。' +
    '不能核对：每一票投的什么、面积多少，里面只有承诺值，所以不能逐票重新加一遍；名册对不对；没有投票的人有没有被人代投。',
  full:
    '完整版。能核对：公开版能核对的，加上逐票重新加一遍、没有投票的有多少户和多少面积。' +
    '不能核对：代号是哪一家、名册上的人和面积对不对、没有投票的人有没有被人代投、会上到了多少人。' +
    '里面没有姓名，但是面积可能让人认出是哪一家，请不要转发。',
};

/** Half a character, which no UTF-8 can hold, becomes the sign for one that is lost: as it was hashed, so it is written. */
const wellFormed = (text: string) => Buffer.from(text).toString();

/** The values of one ballot in their order; the public version knows no more than the commitments (SEAL-5). */
export function leafValues(version: Version, motionId: string, kept: KeptBallot): (string | number)[] {
  const { voter, revision, commitment, origin, weight } = leafOf(motionId, kept);
  const shown = [voter, revision, commitment, origin, weight];
  const { choice, salt, area, channel, weightSalt } = kept;
  // What a paper that was set aside said is nobody's vote, and is not shown.
  const closed = version === 'public' || origin === 'aside';
  return closed ? shown : [...shown, choice, salt, area, channel, weightSalt];
}

/** The members that every bundle begins with. */
export function headOf(
  format: string,
  version: Version,
  note: string,
  { motion, seal }: Pick<Sealed, 'motion' | 'seal'>,
) {
  const { title, text, options } = motion;
  const { header, publicKey, signature } = seal;
  return {
    format,
    version,
    note,
    question: { title: wellFormed(title), text: wellFormed(text), options: options.map(wellFormed) },
    header,
    keyId: keyIdOf(publicKey),
    publicKey,
    signature,
  };
}

/** One line of JSON, its members in the order of docs/verify.md: the same seal gives the same bytes (SEAL-7). */
export function bundleJson(version: Version, sealed: Sealed): string {
  const { seal, ballots, silent } = sealed;
  const leaves = ballots.map((kept) => leafValues(version, seal._id, kept));
  const shown = { ...headOf('yard-bundle-1', version, NOTES[version], sealed), leaves };
  if (version === 'public') return JSON.stringify(shown);
  const rest = silent.map(({ voter, area }) => [voter, area]);
  return JSON.stringify({ ...shown, silent: rest, weightsSalt: seal.weightsSalt });
}
