import type { MessageIntent } from '@contract/messages';
import { change } from '../../kernel/change';
import { type Context, systemContext } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { persons } from '../members/repository';
import { BODY_LABELS } from '../motions/words';
import { proposalLink } from '../proposals/announcement';
import { proposals } from '../proposals/repository';
import type { CallingDocument } from './documents';
import { convenersAt, groundOf, signersOf } from './gather';
import { collectDenial } from './policy';
import { callings } from './repository';
import { demandLines, isReached } from './rules';

/** Signatures that come in between are counted once more; the last of them ends it. */
const ROUNDS = 5;

interface Counted {
  calling: CallingDocument;
  lines: ReturnType<typeof demandLines>;
  signers: string[];
}

async function counted(id: string, now: number, again: boolean): Promise<Counted | null> {
  const calling = await callings.byId(store, id);
  if (calling?.state !== 'collecting' || !(calling.unchecked || again)) return null;
  const proposal = found(await proposals.byId(store, calling.proposalId));
  // While the matter is on an agenda or voted on, nobody demands what is under way (CALL-6).
  if (!calling.unchecked && collectDenial(proposal, calling) !== null) return null;
  const ground = await groundOf(proposal, now);
  if (!ground) return null;
  const signers = await signersOf(id, calling.body, ground, now);
  const lines = demandLines(calling.body, signers);
  return { calling, lines, signers: signers.given.map(({ personId }) => personId) };
}

async function toldOf({ calling, signers }: Counted, now: number) {
  const conveners = await convenersAt(calling.path, calling.body, now);
  const office = await persons.over(store, calling.path, conveners, now);
  const named = BODY_LABELS[calling.body];
  const link = proposalLink(calling.proposalId);
  const to = (ids: string[], title: string, body: string) =>
    ids.length === 0
      ? []
      : [{ audience: { persons: [...new Set(ids)] }, kind: 'proposal' as const, title, body, link }];
  return [
    ...to(
      office.map(({ person }) => person._id),
      `联名够了，要求召开${named}`,
      `“${calling.title}”的联名已经达到规定的人数。请召集${named}，或者说明理由答复联名的人。`,
    ),
    ...to(
      signers,
      `联名够了：${calling.title}`,
      `要求召开${named}的联名已经够了，已转给召集人，等他们答复。`,
    ),
  ];
}

/** Writes what was counted; false where another signature came in between, and it is counted once more. */
async function keep(
  context: Context,
  { calling, lines }: Counted,
  messages: MessageIntent[],
): Promise<boolean> {
  const subject = { kind: 'calling', id: calling._id };
  let stood = false;
  await change(context, async (transaction) => {
    const now = found(await callings.byId(transaction, calling._id));
    stood = now.revision === calling.revision;
    if (!stood) return { subject, path: calling.path, unchanged: true };
    if (!isReached(lines)) {
      await callings.put(transaction, { ...now, unchecked: false });
      return { subject, path: calling.path, unchanged: true };
    }
    const reached = { at: context.now, lines };
    const revision = now.revision + 1;
    await callings.put(transaction, { ...now, state: 'reached', reached, unchecked: false, revision });
    const title = `联名够了，要求召开${BODY_LABELS[calling.body]}`;
    const timeline = { kind: 'supported' as const, title, detail: '', photos: [], link: null };
    return {
      subject,
      path: calling.path,
      matterId: calling.proposalId,
      timeline,
      facts: { lines },
      messages,
    };
  });
  return stood;
}

/**
 * Counts a demand after its signatures changed, against the register of that moment; the first count that reaches it records it with
 * day and figures (CALL-2); `again`: also where no signature did, for the register may have. Every signature writes the demand, so that a count which another one overtook is made again.
 */
export async function settle(id: string, requestId: string, again = false): Promise<void> {
  const context = systemContext(`callings.reach:${id}`, requestId);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const seen = await counted(id, context.now, again);
    if (!seen) return;
    const messages = isReached(seen.lines) ? await toldOf(seen, context.now) : [];
    if (await keep(context, seen, messages)) return;
  }
}
