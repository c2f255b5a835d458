import type { CallInput } from '@contract/calls';
import type { Page } from '@contract/envelope';
import type { ImportChange, NamesakeView } from '@contract/register-import';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import type { BatchDocument } from '../documents';
import { importOf } from '../place';
import { batches, namesakes } from '../repository';
import { changeView, goneView, namesakeView } from '../views';

const BATCHES = 4;
const PAGE = 50;
const GROUPS = 20;

/** '3:20': from the 20th change of the third batch on. A cursor that is not one of ours starts again. */
function positionOf(cursor: string | null | undefined): { n: number; skip: number } {
  const [, n, skip] = /^(\d{1,6}):(\d{1,6})$/.exec(cursor ?? '') ?? [];
  return { n: Number(n ?? 0), skip: Number(skip ?? 0) };
}

function changesIn(batch: BatchDocument, kind: ImportChange['kind']): ImportChange[] {
  if (kind === 'gone') return batch.holds === 'gone' ? batch.gone.map(goneView) : [];
  return batch.holds === 'homes' ? batch.homes.filter((home) => home.kind === kind).map(changeView) : [];
}

/** One page of how the homes of an import differ from the register that it was compared with (REG-8). */
export async function listChanges(
  context: Context,
  { importId, kind, cursor }: CallInput<'members.importChanges'>,
): Promise<Page<ImportChange>> {
  const version = await importOf(context, store, importId);
  let { n, skip } = positionOf(cursor);
  const items: ImportChange[] = [];
  while (n < version.batches) {
    const rows = await batches.from(version.contentId, n, BATCHES);
    if (rows.length === 0) break;
    for (const batch of rows) {
      const found = changesIn(batch, kind);
      const some = found.slice(skip, skip + PAGE - items.length);
      items.push(...some);
      if (items.length === PAGE) return { items, next: `${batch.n}:${skip + some.length}` };
      n = batch.n + 1;
      skip = 0;
    }
  }
  return { items, next: null };
}

/** One page of the names that stand in several homes, in the order of the file. */
export async function listNamesakes(
  context: Context,
  { importId, cursor }: CallInput<'members.namesakes'>,
): Promise<Page<NamesakeView>> {
  const version = await importOf(context, store, importId);
  const { n } = positionOf(cursor && `${cursor}:0`);
  const rows = await namesakes.from(version.contentId, n, GROUPS);
  const last = rows.at(-1);
  const next = last && rows.length === GROUPS ? String(last.n + 1) : null;
  return { items: rows.map((group) => namesakeView(group, version)), next };
}
