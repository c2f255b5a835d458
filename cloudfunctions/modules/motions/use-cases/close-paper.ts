import type { CallInput } from '@contract/calls';
import type { PaperRow } from '@contract/motions';
import type { ErrorCode } from '@contract/errors';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found, requireRevision } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import type { PaperDocument } from '../documents';
import type { PaperCase } from '../paper-ballot';
import { paperChange, peopleOf, readCase, type Told } from '../paper-case';
import { paperRow } from '../paper-views';
import { rejectDenial, withdrawDenial } from '../policy/paper';
import { papers } from '../repository';
import { settledAt } from '../rules/clock';

interface Ending {
  state: 'rejected' | 'withdrawn';
  reason: string | null;
  denialOf: (paper: PaperDocument, at: number) => ErrorCode | null;
  told: Told;
  /** What the officer who entered it is told besides; null: nothing, they did it themselves. */
  officerBody: string | null;
}

/** Ends a paper that was not checked yet; it counts for nothing, and another one can be entered. */
async function endPaper(
  context: Context,
  { motion, entry }: PaperCase,
  revision: number,
  { state, reason, denialOf, told, officerBody }: Ending,
): Promise<PaperRow> {
  const id = papers.idOf(motion._id, entry._id);
  await change(context, async (transaction) => {
    const at = serverNow();
    const before = found(await papers.byId(transaction, id));
    enforce(denialOf(before, at));
    requireRevision(before, revision);
    const ended = { endedBy: context.actor.personId, endedAt: at, reason, revision: revision + 1 };
    const paper: PaperDocument = { ...before, state, ...ended };
    await papers.put(transaction, paper);
    const officers =
      officerBody === null ? undefined : { ...told, body: officerBody, persons: [before.enteredBy] };
    return paperChange(motion, paper, { voters: told, officers });
  });
  return paperRow(context, motion, entry, found(await papers.byId(store, id)));
}

/** The second officer sends a paper back, with the reason: no signature, another vote's form, not to be read. */
export async function rejectPaper(
  context: Context,
  input: CallInput<'motions.rejectPaper'>,
): Promise<PaperRow> {
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  await requirePassed(context, [input.reason]);
  const title = `纸质票没有计入：${motion.title}`;
  const body = `${entry.label}的纸质票被退回。原因：${input.reason}`;
  return endPaper(context, paperCase, input.revision, {
    state: 'rejected',
    reason: input.reason,
    denialOf: (paper, at) => rejectDenial(context.actor, at, motion, entry, paper),
    told: { persons: await peopleOf(paperCase), title, body },
    officerBody: `${body}。退错了的，${chinaTime(settledAt(motion))}以前可以用原来的照片重新登记，时间照原来的算。`,
  });
}

/** Who entered a paper takes it back: the wrong home, the wrong photo. */
export async function withdrawPaper(
  context: Context,
  input: CallInput<'motions.withdrawPaper'>,
): Promise<PaperRow> {
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  const title = `纸质票的登记撤回了：${motion.title}`;
  return endPaper(context, paperCase, input.revision, {
    state: 'withdrawn',
    reason: null,
    denialOf: (paper, at) => withdrawDenial(context.actor, at, motion, paper),
    told: { persons: await peopleOf(paperCase), title, body: `${entry.label}的纸质票登记撤回了，没有计入。` },
    officerBody: null,
  });
}
