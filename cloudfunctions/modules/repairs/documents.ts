import type { CorrectedStep, RepairKind, RepairStage } from '@contract/repairs';

/** What was recorded of one step. */
export interface StepRecord {
  /** 'YYYY-MM-DD' in +08:00. */
  doneOn: string;
  responsible: string;
  text: string;
  photos: string[];
  by: string;
  at: number;
}

/** What a step said before it was put right (URG-7). */
export interface Correction {
  step: CorrectedStep;
  record: StepRecord;
  at: number;
  by: string;
  reason: string;
}

export interface Bill {
  /** Fen, a whole number. */
  amount: number;
  contractor: string;
  acceptance: string;
  doneOn: string;
  photos: string[];
  publishedAt: number;
  untilOn: string;
  by: string;
  reason: string | null;
}

export interface Objection {
  id: string;
  personId: string;
  personName: string;
  text: string;
  at: number;
  answer: { text: string; by: string; at: number } | null;
}

/** Collection `repairs`: one urgent repair with all that was said of it. `_id` is made of the proposal where it came from one. */
export interface RepairDocument {
  _id: string;
  title: string;
  kind: RepairKind;
  where: string;
  danger: string;
  /** The property management area whose fund it is. */
  placeId: string;
  placeName: string;
  path: string[];
  proposalId: string | null;
  /** Fen, a whole number. */
  estimate: number;
  stage: RepairStage;
  found: StepRecord;
  applied: StepRecord | null;
  /** When everybody in the place was told: in the transaction of the application (URG-4). */
  toldAt: number | null;
  begun: StepRecord | null;
  /** Oldest first; missing: nothing was put right. */
  corrections?: Correction[];
  /** The last one stands. */
  bills: Bill[];
  objections: Objection[];
  closed: { at: number; by: string } | null;
  withdrawn: { at: number; by: string; reason: string } | null;
  openedBy: string;
  revision: number;
  createdAt: number;
}
