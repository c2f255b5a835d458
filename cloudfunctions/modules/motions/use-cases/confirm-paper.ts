import type { CallInput } from '@contract/calls';
import type { PaperRow } from '@contract/motions';
import { type Change, change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import type { Context } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import type { PaperDocument } from '../documents';
import { requireAsEntered } from '../../photos/unchanged';
import { type PaperCase, writePaper } from '../paper-ballot';
import { paperChange, peopleOf, readCase, withSealedInput } from '../paper-case';
import { paperRow } from '../paper-views';
import { confirmedWords } from '../paper-words';
import { confirmDenial, mayHandlePapers } from '../policy/paper';
import { papers } from '../repository';
import { choiceRefusal } from '../rules/ballot-choice';
import { ballotWriteRefusal } from '../rules/clock';

type Input = CallInput<'motions.confirmPaper'>;

/** What the second officer's reading makes of a paper: the voter's ballot, or nothing where the two differ (PAP-5, PAP-6). */
async function read(
  transaction: Transaction,
  paperCase: PaperCase,
  ended: PaperDocument,
  agrees: boolean,
  people: string[],
): Promise<Change> {
  const { motion } = paperCase;
  if (!agrees) {
    const differed: PaperDocument = { ...ended, state: 'differed' };
    await papers.put(transaction, differed);
    const names = [ended.enteredBy, ended.endedBy ?? ended.enteredBy];
    const body = `${ended.label}的纸质票两次登记不一致，没有计入。请对着纸质票重新登记一次。`;
    return paperChange(motion, differed, { officers: { persons: names, title: '两次登记不一致', body } });
  }
  const ballot = await writePaper(transaction, paperCase, ended);
  const written = ballot?.proof
    ? { revision: ballot.revision, receipt: ballot.receipt, proof: ballot.proof }
    : null;
  const confirmed: PaperDocument = { ...ended, state: 'confirmed', written };
  await papers.put(transaction, confirmed);
  const body = `${ended.label}：${confirmedWords(motion, confirmed, ballot)}`;
  return paperChange(motion, confirmed, {
    voters: { persons: people, title: `纸质票核对过了：${motion.title}`, body },
  });
}

/**
 * The second officer reads the choice from the photo without seeing what the first one entered; where both read the same, the paper
 * becomes the voter's ballot in one transaction with its own state, audit entry and message (PAP-5, PAP-7).
 */
export async function confirmPaper(called: Context, input: Input): Promise<PaperRow> {
  const context = withSealedInput(called, input.motionId);
  const { actor, now } = context;
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  enforce(mayHandlePapers(actor, now, motion));
  enforce(choiceRefusal(input.choice, motion.options.length || undefined));
  const id = papers.idOf(motion._id, entry._id);
  const [people, waiting] = await Promise.all([peopleOf(paperCase), papers.byId(store, id)]);
  // A paper that is not for this officer to read is refused for that, below.
  if (waiting && confirmDenial(actor, now, motion, entry, waiting) === null)
    await requireAsEntered(context, waiting.photos);
  await change(context, async (transaction) => {
    const at = serverNow();
    const before = found(await papers.byId(transaction, id));
    enforce(confirmDenial(actor, at, motion, entry, before));
    requireRevision(before, input.revision);
    const ended = { ...before, endedBy: actor.personId, endedAt: at, revision: before.revision + 1 };
    const made = await read(transaction, paperCase, ended, before.choice === input.choice, people);
    enforce(ballotWriteRefusal(at, serverNow()));
    return made;
  });
  return paperRow(context, motion, entry, found(await papers.byId(store, id)));
}
