import type { CallInput } from '@contract/calls';
import type { PaperRow } from '@contract/motions';
import { change } from '../../../kernel/change';
import { serverNow } from '../../../kernel/clock';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { withPhotos } from '../../../kernel/photos';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { chinaTime } from '../../../kernel/wording';
import { meetings } from '../../meetings/repository';
import type { Paper, PaperDocument } from '../documents';
import type { PaperCase } from '../paper-ballot';
import { checkersOf, paperChange, peopleOf, readCase, withSealedInput } from '../paper-case';
import { paperRow } from '../paper-views';
import { enterDenial, mayHandlePapers, ownPaperDenial, registeredBefore } from '../policy/paper';
import { papers } from '../repository';
import { choiceRefusal } from '../rules/ballot-choice';
import { ballotWriteRefusal, settledAt } from '../rules/clock';

type Input = CallInput<'motions.enterPaper'>;

const CHANNEL_WORDS = { paper: '交来的', door: '上门收的' } as const;

/** What is kept of a paper that makes room for the next one of its voter. */
function endedPaper(before: PaperDocument): Paper {
  const { _id, motionId, entryId, label, earlier, revision, ...paper } = before;
  return paper;
}

function paperOf(
  context: Context,
  { motion, entry }: PaperCase,
  input: Input,
  before: PaperDocument | null,
  at: number,
): PaperDocument {
  const { choice, channel, photos, assistance } = input;
  return {
    _id: papers.idOf(motion._id, entry._id),
    ...{ motionId: motion._id, entryId: entry._id, label: entry.label },
    ...{ choice, channel, photos, helper: assistance?.helper ?? null },
    number: (before?.number ?? 0) + 1,
    state: 'entered',
    enteredBy: context.actor.personId,
    enteredByName: personOf(context).name,
    registeredAt: registeredBefore({ before, photos }) ?? at,
    ...{ endedBy: null, endedAt: null, reason: null, written: null },
    earlier: before ? [...before.earlier, endedPaper(before)] : [],
    revision: (before?.revision ?? 0) + 1,
  };
}

/** What the voter's people read: who entered it, not what is on it, which is shown on their own page alone. */
function toldOf({ motion }: PaperCase, paper: PaperDocument, people: string[]) {
  const until = chinaTime(settledAt(motion));
  const body = `${paper.enteredByName}登记了${paper.label}${CHANNEL_WORDS[paper.channel]}纸质票，等第二个人核对。请点开看，不是您的意思，${until}以前可以说。`;
  return { persons: people, title: `登记了您的纸质票：${motion.title}`, body };
}

async function enter(
  transaction: Transaction,
  context: Context,
  paperCase: PaperCase,
  input: Input,
): Promise<PaperDocument> {
  const { motion, entry } = paperCase;
  const { channel, photos } = input;
  const at = serverNow();
  const before = await papers.byId(transaction, papers.idOf(motion._id, entry._id));
  const meeting = motion.meetingId ? await meetings.byId(transaction, motion.meetingId) : null;
  enforce(enterDenial(context.actor, at, { motion, entry, before, meeting, channel, photos }));
  const paper = paperOf(context, paperCase, input, before, at);
  if (before) await papers.put(transaction, paper);
  else await papers.insert(transaction, paper);
  enforce(ballotWriteRefusal(at, serverNow()));
  return paper;
}

/**
 * Enters a paper in a voter's name (PAP-3, PAP-4): it waits for a second officer and counts for nothing yet. Its time is the server's
 * when it was entered (PAP-8). A voter's people hear of it at once (PAP-10).
 */
export async function enterPaper(called: Context, input: Input): Promise<PaperRow> {
  const context = withSealedInput(called, input.motionId);
  const paperCase = await readCase(context, input);
  const { motion, entry } = paperCase;
  enforce(
    mayHandlePapers(context.actor, context.now, motion) ?? ownPaperDenial(context.actor, motion, entry),
  );
  enforce(choiceRefusal(input.choice, motion.options.length || undefined));
  const proven = await withPhotos(context, input.photos);
  await requirePassed(context, [input.assistance?.helper]);
  const [people, checkers] = await Promise.all([peopleOf(paperCase), checkersOf(context, paperCase)]);
  await change(proven, async (transaction) => {
    const paper = await enter(transaction, context, paperCase, input);
    const body = `${paper.label}的纸质票登记好了，请另一位工作人员对着照片核对。`;
    const officers = { persons: checkers, title: `有纸质票等核对：${motion.title}`, body };
    return paperChange(motion, paper, { voters: toldOf(paperCase, paper, people), officers });
  });
  const paper = found(await papers.byId(store, papers.idOf(motion._id, entry._id)));
  return paperRow(context, motion, entry, paper);
}
