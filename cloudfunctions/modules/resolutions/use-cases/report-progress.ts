import type { CallInput } from '@contract/calls';
import type { ResolutionDetail } from '@contract/resolutions';
import { type Change, change } from '../../../kernel/change';
import { requirePassed } from '../../../kernel/content-check';
import { type Context, personOf } from '../../../kernel/context';
import { store, type Transaction } from '../../../kernel/database';
import { requirePhotos } from '../../../kernel/photos';
import { enforce, found, Refusal, requireRevision } from '../../../kernel/refusal';
import { chinaDay } from '../../../kernel/wording';
import { addDays, dayOf } from '../../motions/rules/days';
import type { ActionItem, ResolutionDocument } from '../documents';
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

async function write(
  transaction: Transaction,
  context: Context,
  after: ResolutionDocument,
  item: ActionItem,
  report: Report,
): Promise<Change> {
  await resolutions.put(transaction, after);
  const finished = after.stage === 'done';
  await followProposal(
    transaction,
    context,
    after,
    finished ? { stage: 'done', holder: '等提出人确认' } : { stage: 'doing' },
  );
  const link = resolutionLink(after._id);
  const title = report.done ? `办完：${item.title}` : `进展：${item.title}`;
  const ask = `${item.title}办完了，请您看看。${chinaDay(after.silentOn ?? '')}前没有回音，就算您同意。`;
  return {
    subject: { kind: 'resolution', id: after._id },
    path: after.path,
    matterId: after.proposalId ?? after.motionId,
    timeline: {
      kind: report.done ? 'done' : 'progress',
      title,
      detail: report.text,
      photos: report.photos,
      link,
    },
    facts: { item: item.id, done: report.done, photos: report.photos.length },
    messages:
      finished && after.authorIds.length > 0
        ? [
            {
              audience: { persons: after.authorIds },
              kind: 'action-item',
              title: '等您确认',
              body: ask,
              link,
            },
          ]
        : [],
  };
}

/** Tells how far the work is, with photos; where all of it is done the proposer is asked (RES-6). */
export async function reportProgress(context: Context, input: Report): Promise<ResolutionDetail> {
  const { actor, now } = context;
  enforce(maySee(actor, now, found(await resolutions.byId(store, input.id)).path));
  if (input.done && input.photos.length === 0) throw new Refusal('PHOTO_NEEDED');
  await requirePhotos(input.photos);
  await requirePassed(context, [input.text]);
  await change(context, async (transaction) => {
    const before = found(await resolutions.byId(transaction, input.id));
    const item = found(before.items.find((one) => one.id === input.itemId) ?? null);
    enforce(mayReport(actor, now, before, item));
    requireRevision(before, input.revision);
    return write(transaction, context, withReport(context, before, item, input), item, input);
  });
  return presentResolution(context, input.id);
}
