import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { maskLabel } from '../../members/rules/register';
import type { MotionDocument } from '../../motions/documents';
import { maySee } from '../../motions/policy/office';
import { ownPaperDenial } from '../../motions/policy/paper';
import { motions, rollEntries } from '../../motions/repository';
import { naturalOrder } from '../../motions/rules/natural-order';
import { entryIn, standingOf } from '../case';
import { mayHandleProxies } from '../policy';
import { proxies } from '../repository';
import { arenaOf } from '../rules/grants';
import { paperRow } from '../views';

const FOUND = 30;

async function motionOf({ actor, now }: Context, motionId: string): Promise<MotionDocument> {
  const motion = found(await motions.byId(store, motionId));
  enforce(maySee(actor, now, motion));
  enforce(mayHandleProxies(actor, now, motion));
  return motion;
}

/** Proxies on paper that wait for a second officer in a vote, the first entered first. */
export async function listPaperProxies(
  context: Context,
  { motionId }: CallInput<'proxies.papers'>,
): Promise<CallOutput<'proxies.papers'>> {
  const motion = await motionOf(context, motionId);
  const waiting = await proxies.waiting(arenaOf(motion));
  const rows = await Promise.all(
    waiting.map(async (document) => {
      const there = await entryIn(motion, document.voterKey);
      if (!there) return [];
      const standing = await standingOf(store, there);
      return document.grants
        .filter((grant) => grant.state === 'entered' && grant.motionId === motionId)
        .map((grant) => paperRow(context, motion, there.entry, document, grant, standing));
    }),
  );
  return { items: rows.flat().sort((a, b) => a.enteredAt - b.enteredAt) };
}

/** Voters by their label, for a proxy that lies on the table: nothing tells whether they voted. */
export async function findProxyVoters(
  context: Context,
  { motionId, search }: CallInput<'proxies.voters'>,
): Promise<CallOutput<'proxies.voters'>> {
  const motion = await motionOf(context, motionId);
  const words = search.split(/\s+/).filter(Boolean);
  const has = ({ label, homeLabels }: { label: string; homeLabels: string[] }) =>
    [label, ...homeLabels].some((one) => words.every((word) => one.includes(word)));
  const entries = (await rollEntries.ofRoll(motion.roll?.id ?? ''))
    .filter(has)
    .sort((a, b) => naturalOrder(a.label, b.label) || (a._id < b._id ? -1 : 1));
  const items = entries.slice(0, FOUND).map((entry) => {
    return { entryId: entry._id, label: entry.label, may: ownPaperDenial(context.actor, motion, entry) };
  });
  return { items, more: entries.length > FOUND };
}

/** People of the place whose name begins so, whom the paper may name: only what tells two of the same name apart. */
export async function findHolders(
  context: Context,
  { motionId, name }: CallInput<'proxies.holders'>,
): Promise<CallOutput<'proxies.holders'>> {
  const motion = await motionOf(context, motionId);
  const rows = await persons.named(motion.placeId, name, null, FOUND);
  const items = rows.map((person) => ({
    id: person._id,
    name: person.name,
    homes: person.ties
      .filter(({ path }) => path.includes(motion.placeId))
      .map(({ label }) => maskLabel(label)),
  }));
  return { items, more: rows.length === FOUND };
}
