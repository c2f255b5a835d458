import type { Verdict } from '@contract/decision';
import { idOf } from '../../../kernel/ids';
import { signed } from '../../../kernel/signing';
import { pseudonymsIn } from '../ballot-proof';
import type { BallotDocument, MotionDocument, RollEntryDocument } from '../documents';
import { commitmentText } from '../rules/receipt-text';
import { ballotRow, type KeptBallot, partsOf, silentRow } from '../rules/seal-rows';
import { headerText, questionText, type SealedFacts, type Weighed, weightsText } from '../rules/seal-text';
import type { CountPartDocument, CountSealDocument } from './documents';
import { keptLeafHash, saltsOf, sha256, treeRoot } from './hashes';

/** What is sealed: read after the closing, when nothing of it can change any more. */
export interface Counted {
  motion: MotionDocument;
  ballots: readonly BallotDocument[];
  /** Papers that were set aside where no ballot took their place: their receipts are answered by the seal (SEAL-10). */
  setAside: readonly BallotDocument[];
  entries: readonly RollEntryDocument[];
  verdict: Verdict;
  present: number | null;
  audit: SealedFacts['audit'];
  countedAt: number;
}

export interface SealedCount {
  parts: CountPartDocument[];
  seal: CountSealDocument;
}

/** What only the holder of the signing key can derive, once for the motion. */
interface Secrets {
  salts: ReturnType<typeof saltsOf>;
  pseudonyms: ReturnType<typeof pseudonymsIn>;
}

const byVoter = (a: Weighed, b: Weighed) => (a.voter < b.voter ? -1 : 1);

/** The ballot as it stood at the closing. One without a proof is committed to now, and says so (SEAL-4). */
function keptOf(ballot: BallotDocument, rollHash: string, { salts, pseudonyms }: Secrets): KeptBallot {
  const { motionId, entryId, revision, choice, area, proof, channel = 'phone', setAside } = ballot;
  const voter = proof?.pseudonym ?? pseudonyms(entryId);
  const salt = proof?.salt ?? salts('choice', voter);
  const made = { motionId, rollHash, pseudonym: voter, revision, choice, salt };
  return {
    voter,
    revision,
    commitment: proof?.commitment ?? sha256(commitmentText(made)),
    origin: setAside ? 'aside' : proof ? 'receipt' : 'sealing',
    choice,
    salt,
    area,
    channel,
    weightSalt: salts('weight', voter),
  };
}

function silentOf({ motion, ballots, setAside, entries }: Counted, { pseudonyms }: Secrets): Weighed[] {
  const voted = new Set(ballots.map(({ entryId }) => entryId));
  const onRoll = new Set(entries.map(({ _id }) => _id));
  // One voter keeps one pseudonym, also where the key was replaced since (BAL-17).
  const known = new Map(setAside.map(({ entryId, proof }) => [entryId, proof?.pseudonym]));
  for (const { entryId } of [...ballots, ...setAside]) {
    if (!onRoll.has(entryId)) throw new Error(`motion ${motion._id}: a ballot of nobody on its roll`);
  }
  return entries
    .filter(({ _id }) => !voted.has(_id))
    .map(({ _id, area }) => ({ voter: known.get(_id) ?? pseudonyms(_id), area }))
    .sort(byVoter);
}

/** Whatever was read for the figures must be what is sealed: two readings that differ are no count. */
function requireSame(kept: readonly KeptBallot[], { motion, verdict }: Counted): void {
  for (const { choice, heads, area } of verdict.cast) {
    const same = kept.filter((one) => one.choice === choice);
    const sum = same.reduce((total, one) => total + one.area, 0);
    if (same.length === heads && sum === area) continue;
    throw new Error(`motion ${motion._id}: the figures of ${choice} are not those of its ballots`);
  }
  const offered = verdict.cast.reduce((total, { heads }) => total + heads, 0);
  if (offered !== kept.length) throw new Error(`motion ${motion._id}: a ballot names no choice of it`);
}

export function partOf(
  motionId: string,
  kind: CountPartDocument['kind'],
  n: number,
  rows: readonly string[],
): CountPartDocument {
  return { _id: idOf('count-part', motionId, kind, String(n), ...rows), motionId, kind, rows: [...rows] };
}

export function questionHash({ title, text, options }: MotionDocument): string {
  return sha256(
    questionText({ title: sha256(title), text: sha256(text), options: options.map((one) => sha256(one)) }),
  );
}

/**
 * Seals a count (SEAL-1 … SEAL-4): parts whose ids are made of their content, and the signed header that binds them. Nothing is
 * written here; the same count gives the same parts.
 * @throws Error where ballots, roll and figures do not belong together, or the signing key is missing
 */
export function sealCount(counted: Counted): SealedCount {
  const { motion, ballots, setAside, verdict, entries } = counted;
  const { _id: motionId, roll, closingChanges } = motion;
  if (roll?.heads !== entries.length) throw new Error(`motion ${motionId}: its roll is not whole`);
  const secrets = { salts: saltsOf(motionId), pseudonyms: pseudonymsIn(motionId) };
  const kept = ballots.map((ballot) => keptOf(ballot, roll.hash, secrets));
  requireSame(kept, counted);
  const silent = silentOf(counted, secrets);
  const aside = setAside.map((ballot) => keptOf(ballot, roll.hash, secrets));
  const groups = partsOf([...kept, ...aside].sort(byVoter));
  const roots = groups.map((group) => treeRoot(group.map((one) => keptLeafHash(motionId, one))));
  const ballotParts = groups.map((group, n) => partOf(motionId, 'ballots', n, group.map(ballotRow)));
  const silentParts = partsOf(silent).map((group, n) => partOf(motionId, 'silent', n, group.map(silentRow)));
  const weightsSalt = secrets.salts('weights', '');
  const root = treeRoot(roots);
  const header = headerText({
    ...counted,
    ...{ roll, root, cast: verdict.cast, outcome: verdict.outcome, passed: verdict.passed },
    ballots: kept.length,
    aside: aside.length,
    question: questionHash(motion),
    reasons: closingChanges.map(({ reason }) => sha256(reason)),
    weights: sha256(weightsText(motionId, [...kept, ...silent].sort(byVoter), weightsSalt)),
  });
  const parts = ballotParts.map(({ _id: id }, n) => {
    return { id, first: groups[n]?.[0]?.voter ?? '', root: roots[n] ?? '' };
  });
  const named = { ballots: kept.length, parts, silentParts: silentParts.map(({ _id }) => _id), weightsSalt };
  return {
    parts: [...ballotParts, ...silentParts],
    seal: { _id: motionId, header, root, ...signed(header), ...named },
  };
}
