import type { VoterDocument } from '@contract/documents';

/** Ballots, or lines of a door list, that one file takes: more would be slow on a phone and too thick for a folder (DOC-8). */
export const PER_FILE: Record<VoterDocument, number> = { 'paper-ballots': 100, 'door-list': 300 };

/** One voter of a frozen roll, as far as paper needs them. */
export interface PaperVoter {
  entryId: string;
  /** '3栋2单元501 等2套' */
  label: string;
  /** 0.01 m² */
  area: number;
  /** The building of their first home; null where they have none (a delegate). */
  groupId: string | null;
  voted: boolean;
}

/** By what their label says, its numbers as numbers: 2栋 before 10栋, 201 before 1001. */
export function inDoorOrder(voters: readonly PaperVoter[]): PaperVoter[] {
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...voters].sort((a, b) => order.compare(a.label, b.label) || (a.entryId < b.entryId ? -1 : 1));
}

/** Files that so many voters take; none where there is nobody. */
export function partsOf(kind: VoterDocument, voters: number): number {
  return Math.ceil(voters / PER_FILE[kind]);
}

/** The voters of one file, counted from 1; empty beyond the last. */
export function partOf(kind: VoterDocument, voters: readonly PaperVoter[], part: number): PaperVoter[] {
  const size = PER_FILE[kind];
  return voters.slice((part - 1) * size, part * size);
}
