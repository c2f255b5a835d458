import type { CallInput, CallOutput } from '@contract/calls';
import type { MotionDetail } from '@contract/motions';
import { type Context, personOf } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { belongsTo } from '../../../kernel/person';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { places } from '../../members/repository';
import type { MotionDocument, MotionState } from '../documents';
import { partsOf } from '../mine';
import { mayPrepare, maySee } from '../policy/office';
import { presentMotion } from '../present';
import { motions } from '../repository';
import { summaryView } from '../views';

const PAGE = 20;

const STATES: Record<'draft' | 'running' | 'counted' | 'all', readonly MotionState[]> = {
  draft: ['draft'],
  running: ['announced'],
  counted: ['counted'],
  all: ['announced', 'counted', 'cancelled'],
};

export async function readMotion(
  context: Context,
  input: CallInput<'motions.detail'>,
): Promise<MotionDetail> {
  const motion = found(await motions.byId(store, input.id));
  enforce(maySee(context.actor, context.now, motion));
  return presentMotion(context, motion);
}

/** The cursor is the last row's closing time and id: several motions close at the same instant. */
function after(rows: readonly MotionDocument[], cursor: { closesAt: number; id: string } | null) {
  if (!cursor) return rows;
  return rows.filter(
    ({ closesAt, _id }) => closesAt < cursor.closesAt || (closesAt === cursor.closesAt && _id < cursor.id),
  );
}

function parsed(cursor: string | null | undefined): { closesAt: number; id: string } | null {
  const [closesAt, id] = cursor?.split('_') ?? [];
  return id && Number.isFinite(Number(closesAt)) ? { closesAt: Number(closesAt), id } : null;
}

/** Motions of a place and of all that lies in it, the latest closing first, each with the caller's own part in it. */
export async function listMotions(
  context: Context,
  input: CallInput<'motions.list'>,
): Promise<CallOutput<'motions.list'>> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  if (!belongsTo(actor, now, place.path)) throw new Refusal('NOT_FOUND');
  if (input.phase === 'draft') enforce(mayPrepare(actor, now, place.path));
  const cursor = parsed(input.cursor);
  const rows = await motions.inPlace(place._id, STATES[input.phase ?? 'all'], cursor?.closesAt ?? null);
  const page = after(rows, cursor).slice(0, PAGE);
  const seen = page.filter((motion) => maySee(actor, now, motion) === null);
  const parts = await partsOf(personOf(context), seen);
  const items = seen.map((motion) =>
    summaryView(motion, now, parts.get(motion._id) ?? { voters: 0, cast: 0 }),
  );
  const last = page.at(-1);
  return { items, next: last && page.length === PAGE ? `${last.closesAt}_${last._id}` : null };
}
