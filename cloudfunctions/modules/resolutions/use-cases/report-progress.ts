import type { CallInput } from '@contract/calls';
import type { MessageIntent } from '@contract/messages';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import type { Transaction } from '../../../kernel/database';
import { store } from '../../../kernel/reader';
import { withPhotos } from '../../../kernel/photos';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { addDays, dayOf } from '../../motions/rules/days';
import type { ActionItem, ResolutionDocument } from '../documents';
import type { ProposalDocument } from '../../proposals/documents';
import { followProposal } from '../follow';
import { mayReport, maySee } from '../policy';
import { presentResolution, resolutionLink } from '../present';
import { resolutions } from '../repository';
import { allDone, SILENT_DAYS } from '../rules';

type Report = CallInput<'resolutions.report'>;

function withReport(
  context: Context,
  before: ResolutionDocument,
  item: ActionItem,
  report: Report,
): ResolutionDocument {
  const { text, photos, done } = report;
  const step = { at: context.now, by: personOf(context).name, text, photos, done };
  const changed: ActionItem = { ...item, state: done ? 'done' : 'open', progress: [...item.progress, step] };
  const items = before.items.map((one) => (one.id === item.id ? changed : one));
  const after = { ...before, items, revision: before.revision + 1 };
  if (!allDone(items)) return after;
  return {
    ...after,
    stage: 'done',
    askedAt: context.now,
    silentOn: addDays(dayOf(context.now), SILENT_DAYS),
  };
}

/** Asks the proposer once all of the work is done, and says from when silence counts. */
function askAuthors(after: ResolutionDocument, item: ActionItem): MessageIntent[] {
  if (after.stage !== 'done' || after.authorIds.length === 0) return [];
  const until = chinaDay(after.silentOn ?? '');
  const body = `${item.title}办完了，请您看看。${until}前没有回音，就算您同意。`;
  const link = resolutionLink(after._id);
  return [{ audience: { persons: after.authorIds }, kind: 'action-item', title: '等您确认', body, link }];
}

interface Told {
  after: ResolutionDocument;
  item: ActionItem;
  report: Report;
}

async function write(
  transaction: Transaction,
  context: Context,
  { after, item, report }: Told,
): Promise<Change> {
  await resolutions.put(transaction, after);
  const step =
    after.stage === 'done'
      ? { stage: after.stage, holder: (proposal: ProposalDocument) => proposal.authorNames.join('、') }
      : { stage: 'doing' as const };
  await followProposal(transaction, context, after, step);
  const { text: detail, photos, done } = report;
  const title = done ? `办完：${item.title}` : `进展：${item.title}`;
  return {
    subject: { kind: 'resolution', id: after._id },
    path: after.path,
    matterId: after.proposalId ?? after.motionId,
    timeline: { kind: done ? 'done' : 'progress', title, detail, photos, link: resolutionLink(after._id) },
    facts: { item: item.id, done, photos: photos.length },
    messages: askAuthors(after, item),
  };
}

/** Tells how far the work is, with photos; where all of it is done the proposer is asked (RES-6). */
export async function reportProgress(context: Context, input: Report): Promise<ResolutionDetail> {
  const { actor, now } = context;
  enforce(maySee(actor, now, found(await resolutions.byId(store, input.id)).path));
  if (input.done && input.photos.length === 0) throw new Refusal('PHOTO_NEEDED');
  const proven = await withPhotos(context, input.photos);
  await requirePassed(context, [input.text]);
  await change(proven, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    const item = found(before.items.find((one) => one.id === input.itemId) ?? null);
    enforce(mayReport(actor, now, before, item));
    requireRevision(before, input.revision);
    return write(transaction, context, {
      after: withReport(context, before, item, input),
      item,
      report: input,
    });
  });
  return presentResolution(context, input.id);
}
