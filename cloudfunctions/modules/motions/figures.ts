import type { Choice, Figures, VerdictLine } from '@contract/decision';
import type { ChoiceView, MotionFigures } from '@contract/motions';
import type { FiguresDocument, MotionDocument } from './documents';
import { phaseOf } from './policy/phase';
import { countsPresent } from './policy/terms';
import { figures } from './repository';
import { isSecret } from './rules/secret';
import { type Standing, standingOf, verdictOf } from './tallying';
import { choicesOf } from './words';

/** How old a shown figure may be: everybody looks, and one at a time adds up. */
const FRESH_MS = 3_000;
/** Longer than adding up takes; who broke off gives it free by then. */
const LEASE_MS = 10_000;

const NOBODY_YET: Standing = { cast: [], present: null, presentByPhone: null };

interface Snapshot extends Standing {
  asOfAt: number;
}

async function addUp(motion: MotionDocument, now: number): Promise<Snapshot> {
  const snapshot: FiguresDocument = {
    _id: motion._id,
    asOfAt: now,
    ...(await standingOf(motion)),
    leaseUntil: 0,
  };
  await figures.keep(snapshot);
  return snapshot;
}

/** The standing of a running motion, added up anew by whoever finds it stale and gets the lease. */
async function snapshotOf(motion: MotionDocument, now: number): Promise<Snapshot> {
  if (phaseOf(motion, now) === 'announced') return { ...NOBODY_YET, asOfAt: now };
  const kept = await figures.byMotion(motion._id);
  if (kept && now - kept.asOfAt < FRESH_MS) return kept;
  if (await figures.takeLease(motion._id, kept, now, now + LEASE_MS)) return addUp(motion, now);
  // Somebody else is adding up: what is there will do; at the very first look nothing is.
  return kept && kept.asOfAt > 0 ? kept : { ...(await standingOf(motion)), asOfAt: now };
}

function castView(
  motion: MotionDocument,
  cast: readonly ({ choice: Choice } & Figures)[],
): (ChoiceView & Figures)[] {
  return choicesOf(motion).map((offered) => {
    const { heads, area } = cast.find(({ choice }) => choice === offered.choice) ?? { heads: 0, area: 0 };
    return { ...offered, heads, area };
  });
}

/** While hidden nothing tells who agrees: neither the figures nor what is missing (MOT-6). */
function linesShown(lines: readonly VerdictLine[], shown: boolean): VerdictLine[] {
  return lines.filter(({ kind }) => shown || kind === 'turnout');
}

/** What is shown of the ballots: at first how many took part, and by choice if the motion says so or it is counted. */
export async function figuresView(motion: MotionDocument, now: number): Promise<MotionFigures | null> {
  const { roll, verdict, countedAt } = motion;
  if (!roll || motion.state === 'cancelled') return null;
  const all = { heads: roll.heads, area: roll.area };
  if (verdict && countedAt !== null) {
    const cast = castView(motion, verdict.cast);
    const present = countsPresent(motion) ? verdict.part.heads : null;
    return { asOfAt: countedAt, final: true, all, part: voted(cast), present, cast, lines: verdict.lines };
  }
  // Not even how many took part leaves the cloud before a secret count (SECRET-6).
  if (isSecret(motion)) return null;
  // While papers are checked and objected to, nobody knows how it would turn out (PAP-2).
  if (motion.paper && now > motion.closesAt) return null;
  const standing = await snapshotOf(motion, now);
  const { lines } = verdictOf(motion, standing);
  const cast = castView(motion, standing.cast);
  const shown = motion.interim === 'shown';
  return {
    asOfAt: standing.asOfAt,
    final: false,
    all,
    part: voted(cast),
    present: standing.present,
    cast: shown ? cast : null,
    lines: linesShown(lines, shown),
  };
}

function voted(cast: readonly Figures[]): Figures {
  const sum = (pick: (figures: Figures) => number) => cast.reduce((total, one) => total + pick(one), 0);
  return { heads: sum(({ heads }) => heads), area: sum(({ area }) => area) };
}
