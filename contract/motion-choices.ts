import type { Body, Membership, Subject } from './decision';
import type { ErrorCode } from './errors';
import type { RuleView, WorthView } from './motion-views';
import type { Office } from './roles';

/** What can be put to the vote in a place, for the drafting screen: nothing of it has to be known by the phone. */
export interface MotionChoices {
  placeId: string;
  placeName: string;
  bodies: {
    body: Body;
    label: string;
    /** Why the caller cannot put a motion to this body here, or null. */
    may: ErrorCode | null;
    conveners: Office[];
    memberships: Membership[];
    subjects: {
      subject: Subject;
      label: string;
      /** Null where the subject is refused. */
      rule: RuleView | null;
      refusal: ErrorCode | null;
      worths: WorthView[];
    }[];
  }[];
  /** Why no vote of the meeting decides anything, or null (FORM-2). */
  onlyOpinion: ErrorCode | null;
  /** Days that a vote in writing may last. */
  windowDays: { min: number; max: number };
}
