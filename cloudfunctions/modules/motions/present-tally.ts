import type { TallyView } from '@contract/motions';
import { store } from '../../kernel/reader';
import { Refusal } from '../../kernel/refusal';
import type { MotionDocument } from './documents';
import { figuresView } from './figures';
import { resultLines } from './paper-words';
import { profileOf } from './profile';
import { dayOf } from './rules/days';
import { earliestPublicationEnd, publicationDays } from './rules/publication';
import { presentByPhoneShown } from './rules/presence';
import { asideOf } from './rules/secret';
import { boxLines } from './secret/words';
import { HEAD_UNITS, outcomeWords, ruleView, worthView } from './words';

/**
 * The result as it was fixed at the count: figures, comparisons and articles, and nobody's name (RES-1, BAL-13).
 * @throws Refusal RESULT_PENDING before the count
 */
export async function presentTally(motion: MotionDocument, now: number): Promise<TallyView> {
  const { verdict, countedAt, roll } = motion;
  if (!verdict || countedAt === null || !roll) throw new Refusal('RESULT_PENDING');
  const figures = await figuresView(motion, now);
  if (!figures?.cast) throw new Error('a counted motion has its figures');
  const { all, part, cast } = figures;
  const profile = await profileOf(store, motion);
  return {
    motionId: motion._id,
    title: motion.title,
    placeName: motion.placeName,
    worth: worthView(motion.worth),
    rule: ruleView(motion),
    verdict,
    unit: HEAD_UNITS[motion.bodyKind],
    outcomeWords: outcomeWords(motion, verdict),
    cast,
    all,
    notVoted: { heads: all.heads - part.heads - asideOf(motion.box ?? null), area: all.area - part.area },
    presentByPhone: presentByPhoneShown(motion),
    papers: motion.papers ?? null,
    paperLines: [...resultLines(motion), ...boxLines(motion)],
    countedAt,
    rollHash: roll.hash,
    publication: {
      days: publicationDays(profile),
      earliestUntilOn: earliestPublicationEnd(dayOf(now), profile),
    },
  };
}
