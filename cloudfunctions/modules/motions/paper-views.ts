import type { MyPaper, PaperRow, PaperTermsView } from '@contract/motions';
import type { Context } from '../../kernel/context';
import type { PersonDocument } from '../../kernel/person';
import type { BallotDocument, MotionDocument, PaperDocument, RollEntryDocument } from './documents';
import { myPaperWords, stateWords, termsWords } from './paper-words';
import {
  againDenial,
  confirmDenial,
  objectDenial,
  rejectDenial,
  toRight,
  withdrawDenial,
} from './policy/paper';
import { settledAt } from './rules/clock';
import { isSecret } from './rules/secret';
import { boxTermsWords } from './secret/words';
import { labelOf } from './words';

export function paperTermsView(motion: MotionDocument): PaperTermsView | null {
  const { paper } = motion;
  if (!paper) return null;
  return {
    precedence: paper.precedence,
    settlesAt: settledAt(motion),
    words: isSecret(motion) ? boxTermsWords(motion) : termsWords(motion),
  };
}

/** A paper for an officer. The photos show the choice: who entered it sees them, and who may read or enter it anew, until it is done (PAP-5, PAP-15). */
export function paperRow(
  { actor, now }: Context,
  motion: MotionDocument,
  entry: RollEntryDocument,
  paper: PaperDocument,
): PaperRow {
  const { motionId, entryId, label, channel, state, registeredAt, enteredByName, helper, reason } = paper;
  const mine = paper.enteredBy === actor.personId;
  const confirm = confirmDenial(actor, now, motion, entry, paper);
  const again = againDenial(actor, now, motion, entry, paper);
  const reads = confirm === null || again === null || (mine && (state === 'entered' || state === 'differed'));
  return {
    ...{ motionId, entryId, label, channel, state, registeredAt, enteredByName, helper, reason, mine },
    stateWords: stateWords(state),
    photos: reads ? (again === null ? (toRight(paper) ?? paper) : paper).photos : [],
    revision: paper.revision,
    can: {
      ...{ confirm, again },
      reject: rejectDenial(actor, now, motion, entry, paper),
      withdraw: withdrawDenial(actor, now, motion, paper),
    },
  };
}

/** What was entered in a voter's name, for those who may stand for them (PAP-10). */
export function myPaperView(
  person: PersonDocument,
  now: number,
  motion: MotionDocument,
  entry: RollEntryDocument,
  paper: PaperDocument,
  ballot: BallotDocument | null,
): MyPaper {
  const { state, channel, choice, photos, helper, registeredAt, enteredByName, number } = paper;
  return {
    ...{ state, channel, photos, helper, registeredAt, enteredByName, number },
    written: paper.written !== null,
    choiceLabel: labelOf(choice, motion),
    words: myPaperWords(motion, paper, ballot),
    can: { object: objectDenial(person, now, motion, entry, paper) },
  };
}
