import type { Choice, Figures, Outcome, Threshold } from '@contract/decision';
import type { MotionDocument } from '../documents';
import { auditWords } from './receipt-text';

/** Where a ballot came in. A ballot document that does not say was cast by phone. */
export type Channel = 'phone' | 'paper' | 'door';

/**
 * Whether the voter holds a receipt of the commitment, or it was made when the count was sealed (BAL-19, SEAL-4). `aside`: a paper with
 * a receipt that its voter set aside, and no ballot (PAP-10).
 */
export type Origin = 'receipt' | 'sealing' | 'aside';

/** What everybody may see of one ballot (docs/verify.md); hex in lower case. */
export interface Leaf {
  voter: string;
  revision: number;
  commitment: string;
  origin: Origin;
  /** Commitment to area and channel. */
  weight: string;
}

export interface Weighed {
  voter: string;
  /** 0.01 m² */
  area: number;
}

/** Everything that a seal binds besides the leaves themselves (SEAL-3). */
export interface SealedFacts {
  motion: MotionDocument;
  roll: NonNullable<MotionDocument['roll']>;
  ballots: number;
  /** Leaves that are no ballots: papers that were set aside where none took their place. */
  aside: number;
  cast: readonly ({ choice: Choice } & Figures)[];
  present: number | null;
  outcome: Outcome;
  passed: Choice | null;
  /** Hashes: the question, each reason for another closing time, the weights of the roll, the root of the leaves. */
  question: string;
  reasons: readonly string[];
  weights: string;
  root: string;
  audit: { number: number; hash: string } | null;
  countedAt: number;
}

const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');

/** Title, text and options, each by its hash: whatever stands in them, none can run into the next. */
export function questionText(hashes: { title: string; text: string; options: readonly string[] }): string {
  const { title, text, options } = hashes;
  return lines([
    'yard-question-1',
    `title ${title}`,
    `text ${text}`,
    ...options.map((option) => `option ${option}`),
  ]);
}

export function weightText(
  motionId: string,
  { voter, area }: Weighed,
  channel: Channel,
  salt: string,
): string {
  const said = [`motion ${motionId}`, `voter ${voter}`, `area ${area}`, `channel ${channel}`, `salt ${salt}`];
  return lines(['yard-weight-1', ...said]);
}

export function leafText(motionId: string, { voter, revision, commitment, origin, weight }: Leaf): string {
  return lines([
    'yard-leaf-1',
    `motion ${motionId}`,
    `voter ${voter}`,
    `revision ${revision}`,
    `commitment ${commitment}`,
    `origin ${origin}`,
    `weight ${weight}`,
  ]);
}

/** The weight of everybody on the roll, in the order of the pseudonyms. */
export function weightsText(motionId: string, roll: readonly Weighed[], salt: string): string {
  const rows = roll.map(({ voter, area }) => `weight ${voter} ${area}`);
  return lines(['yard-weights-1', `motion ${motionId}`, `salt ${salt}`, ...rows]);
}

const thresholdWords = ({ num, den, strict }: Threshold) =>
  `${strict ? 'more-than' : 'at-least'} ${num}/${den}`;

export function ruleLines({
  body,
  bodyKind,
  rule,
  membership,
  base,
  turnout,
  options,
  worth,
}: MotionDocument) {
  return [
    `body ${body}`,
    `voters ${bodyKind}`,
    `rule ${rule}`,
    `membership ${membership ?? '-'}`,
    `base ${base ?? '-'}`,
    `turnout ${turnout ? thresholdWords(turnout) : '-'}`,
    `options ${options.length}`,
    `worth ${worth}`,
  ];
}

export function timeLines({ opensAt, closesAt, closingChanges }: MotionDocument, reasons: readonly string[]) {
  const changes = closingChanges.map(
    ({ at, from, to }, n) => `closing-change ${at} ${from} ${to} ${reasons[n] ?? '-'}`,
  );
  return [`opens ${opensAt}`, `closes ${closesAt}`, ...changes];
}

/** Which ballot counts of a voter who used both, and how long papers were checked; nothing where none was taken (PAP-1, PAP-2). */
export function paperLines({ paper }: MotionDocument): string[] {
  return paper ? [`paper ${paper.precedence} ${paper.settleMinutes}`] : [];
}

/** Which vote it was. */
export const questionLines = (motionId: string, question: string): string[] => [
  `motion ${motionId}`,
  `question ${question}`,
];

/** The text that is signed: the whole count in ASCII, a value a line (SEAL-3). */
export function headerText(facts: SealedFacts): string {
  const { motion, roll, cast, present, audit } = facts;
  return lines([
    'yard-seal-1',
    'kind named',
    ...questionLines(motion._id, facts.question),
    ...ruleLines(motion),
    ...timeLines(motion, facts.reasons),
    ...paperLines(motion),
    `roll ${roll.hash}`,
    `heads ${roll.heads}`,
    `area ${roll.area}`,
    `weights ${facts.weights}`,
    `ballots ${facts.ballots}`,
    ...(facts.aside > 0 ? [`aside ${facts.aside}`] : []),
    ...cast.map(({ choice, heads, area }) => `cast ${choice} ${heads} ${area}`),
    `present ${present ?? '-'}`,
    `outcome ${facts.outcome}`,
    `passed ${facts.passed ?? '-'}`,
    `root ${facts.root}`,
    `audit ${auditWords(audit)}`,
    `counted ${facts.countedAt}`,
  ]);
}
