import type { Choice, Outcome } from '@contract/decision';
import type { MotionDocument } from '../documents';
import { auditWords } from './receipt-text';
import { paperLines, questionLines, ruleLines, timeLines } from './seal-text';
import type { MarkLeaf } from './secret-text';

/** One mark as a part of the seal keeps it: with what opens its commitment. */
export interface KeptMark extends MarkLeaf {
  salt: string;
}

export const markRow = ({ voter, commitment, salt }: KeptMark): string => [voter, commitment, salt].join(' ');

export function keptMark(row: string): KeptMark {
  const [voter = '', commitment = '', salt] = row.split(' ');
  if (salt === undefined) throw new Error('a part of the seal has a row that is none');
  return { voter, commitment, salt };
}

/** Everything that the seal of a secret count binds besides the marks themselves (SECRET-9). */
export interface SecretFacts {
  motion: MotionDocument;
  roll: NonNullable<MotionDocument['roll']>;
  marks: number;
  ballots: number;
  /** Marks that are no ballot; null where no paper was taken. */
  box: { spoiled: number; missing: number; uncounted: number } | null;
  cast: readonly { choice: Choice; heads: number }[];
  present: number | null;
  outcome: Outcome;
  passed: Choice | null;
  /** Hashes: the question, each reason for another closing time, the voters without a mark, the export of the choices, the root of the marks. */
  question: string;
  reasons: readonly string[];
  silent: string;
  choices: string;
  root: string;
  audit: { number: number; hash: string } | null;
  countedAt: number;
}

/** The text that is signed: as for a named count, without weights, for here everybody weighs one. */
export function secretHeaderText(facts: SecretFacts): string {
  const { motion, roll, box, cast, present, audit } = facts;
  const all = [
    'yard-seal-1',
    'kind secret',
    ...questionLines(motion._id, facts.question),
    ...ruleLines(motion),
    ...timeLines(motion, facts.reasons),
    ...paperLines(motion),
    `roll ${roll.hash}`,
    `heads ${roll.heads}`,
    `marks ${facts.marks}`,
    `silent ${facts.silent}`,
    ...(box ? [`box ${box.spoiled} ${box.missing} ${box.uncounted}`] : []),
    `ballots ${facts.ballots}`,
    `choices ${facts.choices}`,
    ...cast.map(({ choice, heads }) => `cast ${choice} ${heads}`),
    `present ${present ?? '-'}`,
    `outcome ${facts.outcome}`,
    `passed ${facts.passed ?? '-'}`,
    `root ${facts.root}`,
    `audit ${auditWords(audit)}`,
    `counted ${facts.countedAt}`,
  ];
  return all.map((line) => `${line}\n`).join('');
}
