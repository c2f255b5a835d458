import { createHash } from 'node:crypto';
import type { Choice, TallyInput, Verdict } from '@contract/decision';
import type {
  BallotDocument,
  MotionDocument,
  RollEntryDocument,
} from '../../cloudfunctions/modules/motions/documents';
import { prove, pseudonymOf } from '../../cloudfunctions/modules/motions/ballot-proof';
import { settledAt } from '../../cloudfunctions/modules/motions/rules/clock';
import { decideOptionsOf } from '../../cloudfunctions/modules/motions/policy/terms';
import { decide } from '../../cloudfunctions/modules/motions/rules/decide';
import { keptBallot, silentVoter } from '../../cloudfunctions/modules/motions/rules/seal-rows';
import type { Channel } from '../../cloudfunctions/modules/motions/rules/seal-text';
import { bundleJson, type Sealed, type Version } from '../../cloudfunctions/modules/motions/seal/bundle';
import { type Counted, sealCount } from '../../cloudfunctions/modules/motions/seal/seal-count';
import { TEST_NOW } from './local-cloud';

const DAY = 86_400_000;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
export const MOTION_ID = hash('motion').slice(0, 32);

/** The newest seal of the audit log while the vote was open. */
const AUDIT = `5 ${hash('audit when it was open')}`;

/** One voter of the roll: the area in 0.01 m², and the ballot if there is one. */
export interface SealedVoter {
  area: number;
  choice?: Choice;
  revision?: number;
  channel?: Channel;
  /** A ballot from before there were signatures (BAL-19). */
  unproven?: true;
  /** A paper that was set aside, with no ballot after it (PAP-10). */
  aside?: true;
}

export function motionOf(changes: Partial<MotionDocument> = {}): MotionDocument {
  const times = { timesOfMeeting: false, opensAt: TEST_NOW, closesAt: TEST_NOW + DAY, closingChanges: [] };
  const nothing = { proposalId: null, meetingId: null, agendaItemId: null, cancelled: null, verdict: null };
  const later = { presentByPhone: null, countedAt: null, resolutionId: null, applicantHomeId: null };
  return {
    _id: MOTION_ID,
    title: '屋顶要不要修？',
    text: '1栋屋顶漏水。',
    ...{ body: 'owners', bodyKind: 'owner-groups', rule: 'owners-ordinary', subject: 'repair-fund-use' },
    ...{ membership: null, base: null, turnout: null, worth: 'straw', options: [], interim: 'hidden' },
    ...{ placeId: 'xingfuli', placeName: '幸福里', path: ['xingfuli'], state: 'announced', roll: null },
    ...{ ...times, ...nothing, ...later },
    ...{ provenHomeIds: [], phonePresence: false, revision: 2, createdBy: 'somebody', createdAt: TEST_NOW },
    ...changes,
  };
}

function entryOf(n: number, area: number): RollEntryDocument {
  const voterKey = `voter-${n}`;
  const listed = {
    label: '',
    homeIds: [],
    homeLabels: [],
    keys: [],
    namedKey: null,
    developer: false,
    homes: [],
  };
  return {
    _id: hash(voterKey).slice(0, 32),
    rollId: 'roll',
    kind: 'owner-groups',
    voterKey,
    area,
    ...listed,
  };
}

function ballotOf(motion: MotionDocument, entryId: string, voter: SealedVoter): BallotDocument[] {
  const { choice, area, revision = 1, channel, unproven, aside } = voter;
  if (!choice) return [];
  const castAt = motion.opensAt + 1000;
  const motionId = motion._id;
  const made = { motionId, rollHash: motion.roll?.hash ?? '', pseudonym: pseudonymOf(motionId, entryId) };
  const proof = unproven ? {} : { proof: prove({ ...made, revision, choice, castAt, audit: AUDIT }) };
  const who = {
    _id: `ballot-${entryId}`,
    motionId,
    entryId,
    castBy: 'somebody',
    clientId: 'once',
    receipt: '',
  };
  const marks = { ...(channel && { channel }), ...(aside && { setAside: aside }) };
  return [{ ...who, choice, area, revision, castAt, history: [], ...proof, ...marks }];
}

function tallyOf(
  all: TallyInput['all'],
  ballots: readonly BallotDocument[],
  present: number | null,
): TallyInput {
  const cast: TallyInput['cast'] = {};
  for (const { choice, area } of ballots) {
    const { heads, area: sum } = cast[choice] ?? { heads: 0, area: 0 };
    cast[choice] = { heads: heads + 1, area: sum + area };
  }
  return { all, cast, ...(present === null ? {} : { present }) };
}

/** A counted vote of these voters, sealed by the cloud's own code; the signing key is the one of the tests. */
export function sealedVote(
  voters: readonly SealedVoter[],
  changes: Partial<MotionDocument> = {},
  present: number | null = null,
) {
  const entries = voters.map(({ area }, n) => entryOf(n, area));
  const area = entries.reduce((sum, entry) => sum + entry.area, 0);
  const roll = { id: 'roll', hash: hash('roll'), frozenAt: TEST_NOW, heads: entries.length, area };
  const motion = motionOf({ roll, ...changes });
  const kept = entries.flatMap(({ _id }, n) => ballotOf(motion, _id, voters[n] ?? { area: 0 }));
  const ballots = kept.filter(({ setAside }) => !setAside);
  const setAside = kept.filter((one) => one.setAside);
  const decided = decide(motion.rule, tallyOf(roll, ballots, present), decideOptionsOf(motion));
  const opinion: Verdict = { ...decided, outcome: 'no-threshold', passed: null, lines: [] };
  const verdict = motion.worth === 'opinion' ? opinion : decided;
  const audit = { number: 7, hash: hash('audit') };
  const countedAt = settledAt(motion) + 40_000;
  const counted: Counted = { motion, ballots, setAside, entries, verdict, present, audit, countedAt };
  return { counted, verdict, ...sealCount(counted), motion };
}

export type SealedVote = ReturnType<typeof sealedVote>;

export function sealedOf({ motion, seal, parts }: SealedVote): Sealed {
  const rows = (kind: string) => parts.filter((part) => part.kind === kind).flatMap((part) => part.rows);
  return { motion, seal, ballots: rows('ballots').map(keptBallot), silent: rows('silent').map(silentVoter) };
}

export const bundleOf = (vote: SealedVote, version: Version): string => bundleJson(version, sealedOf(vote));
