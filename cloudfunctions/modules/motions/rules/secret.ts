import type { BodyKind, Choice } from '@contract/decision';
import type { BoxContent } from '@contract/secret-ballots';

/** Below it the figures alone say too much of too few (SECRET-2). */
export const LEAST_VOTERS = 10;

/** A box with fewer papers tells whoever counts it whose is whose. */
export const FEW_PAPERS = 5;

export const isSecret = ({ ballot }: { ballot?: 'named' | 'secret' }): boolean => ballot === 'secret';

const MARKS = ':marks';

/** What the log's entries on the marks of a motion's box are about, and the motion again from it. */
/** The kind of subject of an entry that says who was marked at a ballot box. */
export const MARKS_KIND = 'box-marks';
export const marksSubject = (motionId: string): string => `${motionId}${MARKS}`;
export const motionOfMarks = (subjectId: string): string => subjectId.slice(0, -MARKS.length);

/** Where a voter weighs by area the figures would tell the home (SECRET-1). */
export const secretKind = (kind: BodyKind): boolean => kind !== 'owner-groups';

type Counted = Extract<BoxContent, { kind: 'counted' }>;

/** How many papers were in the box. */
export function papersIn(content: BoxContent): number {
  if (content.kind === 'invalid') return content.papers;
  return content.counts.reduce((sum, { papers }) => sum + papers, content.spoiled);
}

const papersFor = ({ counts }: Counted, choice: Choice) =>
  counts.find((one) => one.choice === choice)?.papers ?? 0;

/** Whether what an officer entered can be: the motion's own choices, each once. */
export function contentFits(content: BoxContent, offered: readonly Choice[]): boolean {
  if (content.kind === 'invalid') return true;
  const named = content.counts.map(({ choice }) => choice);
  return new Set(named).size === named.length && named.every((choice) => offered.includes(choice));
}

/** Whether two officers found the same; a choice that is left out is nought. The reasons are each one's own. */
export function sameContent(a: BoxContent, b: BoxContent, offered: readonly Choice[]): boolean {
  if (a.kind === 'invalid' || b.kind === 'invalid') return a.kind === b.kind && papersIn(a) === papersIn(b);
  return a.spoiled === b.spoiled && offered.every((choice) => papersFor(a, choice) === papersFor(b, choice));
}

/** Whether a box with so many papers can be said to be this, where so many were marked (SECRET-7). */
export function boxRefusal(content: BoxContent, marked: number): 'BOX_TOO_MANY' | 'BOX_NOT_OVER' | null {
  const over = papersIn(content) > marked;
  if (content.kind === 'counted') return over ? 'BOX_TOO_MANY' : null;
  return over ? null : 'BOX_NOT_OVER';
}

export interface BoxFigures {
  /** The ballots in the box, one each. */
  choices: Choice[];
  spoiled: number;
  missing: number;
  uncounted: number;
}

/** Marks that are no ballot: whoever made them did take part. */
export const asideOf = (box: Omit<BoxFigures, 'choices'> | null): number =>
  box ? box.spoiled + box.missing + box.uncounted : 0;

/** What a box adds to the count; null: nobody counted it in time (SECRET-7). */
export function boxFigures(content: BoxContent | null, marked: number): BoxFigures {
  if (content?.kind !== 'counted') return { choices: [], spoiled: 0, missing: 0, uncounted: marked };
  const choices = content.counts.flatMap(({ choice, papers }) =>
    Array.from({ length: papers }, () => choice),
  );
  return { choices, spoiled: content.spoiled, missing: marked - papersIn(content), uncounted: 0 };
}

const LATE_MS = 2 * 60 * 60 * 1000;

/** Which reminder of the box is due: a last one when a third of the time is left, at most two hours. */
export function reminderDue(closesAt: number, settlesAt: number, now: number): 'opened' | 'late' {
  return settlesAt - now <= Math.min(LATE_MS, (settlesAt - closesAt) / 3) ? 'late' : 'opened';
}
