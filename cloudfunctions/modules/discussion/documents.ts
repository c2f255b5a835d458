import type { Stance, SubjectKind } from '@contract/discussion';
import type { Held } from '../../kernel/content-check';

/** Collection `opinions`. */
export interface OpinionDocument {
  _id: string;
  subjectKind: SubjectKind;
  subjectId: string;
  /** The opinion that the thread began with; null for one that begins a thread. */
  rootId: string | null;
  replyTo: { id: string; authorName: string } | null;
  authorId: string;
  authorName: string;
  stance: Stance;
  text: string;
  /** Place of the subject. */
  placeId: string;
  placeName: string;
  path: string[];
  held: Held;
  hidden: { reason: string; by: string; at: number } | null;
  revision: number;
  createdAt: number;
}
