import type { CallInput } from '@contract/calls';
import type { MyPaper } from '@contract/motions';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import type { Paper, PaperDocument } from '../documents';
import { setPaperAside } from '../paper-ballot';
import { paperChange, readCase } from '../paper-case';
import { myPaperView } from '../paper-views';
import { objectDenial } from '../policy/paper';
import { voterIn, voterRefusal } from '../policy/voter';
import { ballots, papers } from '../repository';
import { ballotWriteRefusal } from '../rules/clock';

/** An objection goes against every paper that counted or could: none of an earlier one comes back instead (PAP-10). */
const setAside = (earlier: Paper): Paper =>
  earlier.state === 'confirmed' ? { ...earlier, state: 'objected' } : earlier;

function objected(before: PaperDocument, personId: string, at: number): PaperDocument {
  const ended = { endedBy: personId, endedAt: at, revision: before.revision + 1 };
  return { ...before, state: 'objected', ...ended, earlier: before.earlier.map(setAside) };
}

/** Who entered and read the voter's papers: the one that is objected to may lie behind another. */
const officersOf = (before: PaperDocument): string[] => [
  ...new Set(
    [...before.earlier, before].flatMap(({ enteredBy, endedBy }) => [enteredBy, endedBy ?? enteredBy]),
  ),
];

/**
 * Somebody who may stand for the voter says that a paper is not what they meant: it is set aside, whether it was checked or not, the
 * officers hear of it, and the ballot on the phone that it replaced stands again (PAP-10).
 */
export async function objectPaper(
  context: Context,
  input: CallInput<'motions.objectPaper'>,
): Promise<MyPaper> {
  const person = personOf(context);
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  enforce(voterRefusal(voterIn(motion, person), entry));
  const id = papers.idOf(motion._id, entry._id);
  await change(context, async (transaction) => {
    const at = serverNow();
    const before = found(await papers.byId(transaction, id));
    enforce(objectDenial(person, at, motion, entry, before));
    if (before.number !== input.number) throw new Refusal('STALE');
    await setPaperAside(transaction, paperCase, before);
    const paper = objected(before, person._id, at);
    await papers.put(transaction, paper);
    enforce(ballotWriteRefusal(at, serverNow()));
    const body = `${paper.label}说登记的纸质票不是他们的意思，这张票已作废。`;
    return paperChange(motion, paper, {
      officers: { persons: officersOf(before), title: '有人对纸质票有异议', body },
    });
  });
  const [paper, ballot] = await Promise.all([
    papers.byId(store, id),
    ballots.byId(store, ballots.idOf(motion._id, entry._id)),
  ]);
  return myPaperView(person, context.now, motion, entry, found(paper), ballot);
}
