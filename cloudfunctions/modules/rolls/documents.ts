import type { ChallengeOutcome } from '@contract/rolls';

export interface ChallengeAnswer {
  outcome: ChallengeOutcome;
  reason: string;
  by: string;
  at: number;
}

/** Collection `roll_challenges`; `_id` is made of motion, person and home, so that one person says a thing once at a time. */
export interface ChallengeDocument {
  _id: string;
  motionId: string;
  personId: string;
  personName: string;
  homeId: string | null;
  homeLabel: string | null;
  path: string[];
  text: string;
  raisedAt: number;
  /** Whether it was raised before the vote opened. */
  inTime: boolean;
  state: 'open' | 'answered';
  answer: ChallengeAnswer | null;
  earlier: { text: string; raisedAt: number; answer: ChallengeAnswer }[];
  revision: number;
}
