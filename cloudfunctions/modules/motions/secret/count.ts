import { createHash } from 'node:crypto';
import type { Choice } from '@contract/decision';
import type { CastFigures, MotionDocument } from '../documents';
import { boxes, choices, marks } from '../repository';
import { store } from '../../../kernel/reader';
import { boxFigures } from '../rules/secret';
import { presenceIn, type Standing } from '../tallying';
import type { BallotBoxDocument, BallotMarkDocument, BoxResult } from './documents';

/** Everything that a secret vote came to, read after nothing of it can change any more. */
export interface SecretStanding extends Standing {
  marks: BallotMarkDocument[];
  /** Phone and box mixed, in the order of the export (SECRET-8). */
  choices: Choice[];
  box: BoxResult | null;
}

interface Drawn {
  id: string;
  choice: Choice;
}

/** The papers of a confirmed box under ids of their own, as random as the draw. */
function drawnFrom(draw: string, papers: readonly Choice[]): Drawn[] {
  return papers.map((choice, n) => ({
    id: createHash('sha256').update(`${draw} ${n}`).digest('hex').slice(0, 32),
    choice,
  }));
}

function boxResult(
  motion: MotionDocument,
  box: BallotBoxDocument | null,
  marked: number,
): { result: BoxResult | null; papers: Drawn[] } {
  if (!motion.paper) return { result: null, papers: [] };
  const content = box?.state === 'confirmed' ? box.entered.content : null;
  const { choices: papers, ...figures } = boxFigures(content, marked);
  const reasons = content?.kind === 'invalid' ? [content.reason, box?.confirmed?.reason ?? ''] : [];
  const invalid = content?.kind === 'invalid' ? { papers: content.papers, reasons } : null;
  return { result: { ...figures, invalid }, papers: drawnFrom(box?.draw ?? '', papers) };
}

function added(all: readonly Drawn[]): CastFigures[] {
  const sums = new Map<Choice, number>();
  for (const { choice } of all) sums.set(choice, (sums.get(choice) ?? 0) + 1);
  return [...sums].map(([choice, heads]) => ({ choice, heads, area: 0 }));
}

/** Who takes part so far, of a vote that runs: as if each had abstained, because what they chose is nobody's business yet (DEC-3). */
export async function secretTurnoutOf(motion: MotionDocument): Promise<Standing> {
  const marked = await marks.ofMotion(motion._id);
  const voted = marked.map(({ entryId, channel }) => ({ entryId, onPaper: channel === 'box' }));
  return {
    ...(await presenceIn(motion, voted)),
    cast: [{ choice: 'abstain', heads: marked.length, area: 0 }],
  };
}

/**
 * Reads marks, choices and box. The order of the export is the order of ids that were each drawn at random: nothing of who voted when is
 * in it, and a count that broke off and is made again has the very same (SECRET-8).
 * @throws Error where there are not as many choices as marks on the phone: then nothing is counted until somebody has looked
 */
export async function secretStandingOf(motion: MotionDocument): Promise<SecretStanding> {
  const [marked, chosen, box] = await Promise.all([
    marks.ofMotion(motion._id),
    choices.ofMotion(motion._id),
    boxes.byMotion(store, motion._id),
  ]);
  const inBox = marked.filter(({ channel }) => channel === 'box').length;
  if (chosen.length !== marked.length - inBox)
    throw new Error(`motion ${motion._id}: there are not as many choices as marks`);
  const { result, papers } = boxResult(motion, box, inBox);
  const onPhone = chosen.map(({ _id: id, choice }): Drawn => ({ id, choice }));
  const all = [...onPhone, ...papers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const voted = marked.map(({ entryId, channel }) => ({ entryId, onPaper: channel === 'box' }));
  return {
    ...(await presenceIn(motion, voted)),
    ...{ cast: added(all), marks: marked, choices: all.map(({ choice }) => choice), box: result },
  };
}
