import type { BoxView } from '@contract/secret-ballots';
import { PAPER_OFFICES } from '@contract/roles';
import type { Change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { hashOf } from '../../../kernel/ids';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import type { MotionDocument } from '../documents';
import { boxStateOf, confirmBoxDenial, enterBoxDenial, mayHandleBox } from '../policy/box';
import { ballotTime, maySee } from '../policy/office';
import { boxes, marks, motions, rollEntries } from '../repository';
import { settledAt } from '../rules/clock';
import { FEW_PAPERS, MARKS_KIND, marksSubject, papersIn } from '../rules/secret';
import { choicesOf } from '../words';
import type { BallotBoxDocument, BallotMarkDocument } from './documents';
import { boxStateWords, FEW_WORDS } from './words';

export const boxLink = (motionId: string) => `/packages/paper-ballots/box/index?id=${motionId}`;

/** The secret motion whose box an officer handles. */
export async function boxMotion(context: Context, motionId: string): Promise<MotionDocument> {
  const motion = found(await motions.byId(store, motionId));
  enforce(maySee(context.actor, context.now, motion));
  enforce(mayHandleBox(context.actor, context.now, motion));
  return motion;
}

/** The call without what is in the box: the audit entry keeps a hash of the input, and the few figures could be found from it (SECRET-4). */
export const withoutContent = (context: Context, motionId: string): Context => ({
  ...context,
  inputHash: hashOf({ motionId }),
});

async function markedViews(marked: readonly BallotMarkDocument[]): Promise<BoxView['marked']> {
  const entries = await Promise.all(marked.map(({ entryId }) => rollEntries.byId(store, entryId)));
  return marked.map(({ entryId, castAt, helper }, n) => ({
    ...{ entryId, helper, markedAt: castAt },
    label: entries[n]?.label ?? '',
  }));
}

const fewIn = ({ entered: { content } }: BallotBoxDocument) =>
  content !== null && papersIn(content) > 0 && papersIn(content) < FEW_PAPERS;

/** The box for one officer: what the others entered is not in it (SECRET-7). */
export async function boxView(context: Context, motion: MotionDocument): Promise<BoxView> {
  const { actor, now } = context;
  const motionId = motion._id;
  const [box, own] = await Promise.all([
    boxes.byMotion(store, motionId),
    marks.byOfficer(motionId, actor.personId),
  ]);
  const state = boxStateOf(motion, now, box);
  const confirm = confirmBoxDenial(actor, now, motion, box);
  return {
    ...{ motionId, title: motion.title, state, closesAt: motion.closesAt, settlesAt: settledAt(motion) },
    words: boxStateWords(state, motion),
    choices: choicesOf(motion),
    enteredByName: state === 'entered' && box ? box.entered.byName : null,
    photos: confirm === null && box ? box.photos : [],
    warning: box && (confirm === null || box.state === 'confirmed') && fewIn(box) ? FEW_WORDS : null,
    marked: await markedViews(own),
    revision: box?.revision ?? 0,
    can: {
      mark: mayHandleBox(actor, now, motion) ?? ballotTime(motion, now),
      enter: enterBoxDenial(actor, now, motion, box),
      confirm,
    },
  };
}

/** Officers who may count the box, for a message. */
export async function boxOfficers({ path }: MotionDocument, now: number): Promise<string[]> {
  const holders = await persons.over(store, path, PAPER_OFFICES, now);
  return [...new Set(holders.map(({ person }) => person._id))];
}

/** A change at the marks of a box: their entries are found together, for while the vote runs their number is a turnout (SECRET-6). */
export const markChange = (...made: Parameters<typeof boxChange>): Change => ({
  ...boxChange(...made),
  subject: { kind: MARKS_KIND, id: marksSubject(made[0]._id) },
});

/** A change at the box, told to these persons; its facts have no figure (SECRET-4). */
export function boxChange(
  motion: MotionDocument,
  facts: Record<string, unknown>,
  told: { persons: string[]; title: string; body: string; link: string } | null,
): Change {
  const messages =
    told && told.persons.length > 0
      ? [
          {
            audience: { persons: told.persons },
            kind: 'motion' as const,
            title: told.title,
            body: told.body,
            link: told.link,
          },
        ]
      : [];
  return {
    subject: { kind: 'ballot-box', id: motion._id },
    path: motion.path,
    matterId: motion.proposalId ?? motion._id,
    facts,
    messages,
  };
}
