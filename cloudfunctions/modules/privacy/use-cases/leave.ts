import type { CallInput } from '@contract/calls';
import type { Leaving } from '@contract/privacy';
import { change } from '../../../kernel/change';
import type { Context } from '../../../kernel/context';
import { personAfter, personIdOf } from '../../../kernel/ids';
import type { PersonDocument } from '../../../kernel/person';
import { store } from '../../../kernel/reader';
import { enforce, found, Refusal } from '../../../kernel/refusal';
import { persons } from '../../members/repository';
import { withoutTie } from '../../members/rules/leaving';
import { heldVotes } from '../../proxies/present';
import { clearAway } from '../clearing';
import { leaveDenial } from '../policy';
import { GOES, STAYS } from '../words';

const leavingView = (personId: string, left: boolean, denial: Leaving['can']['leave']): Leaving => ({
  ...{ personId, goes: [...GOES], stays: [...STAYS], left, can: { leave: denial } },
});

/** Whether somebody still waits for a ballot of theirs. */
async function holdsProxies(context: Context): Promise<boolean> {
  const votes = await heldVotes(context);
  return votes.some(({ phase }) => phase === 'announced' || phase === 'open');
}

/** What leaving removes and what stays, before anything is done (KEEP-3). */
export async function readLeaving(context: Context): Promise<Leaving> {
  const person = found(context.actor.person);
  return leavingView(person._id, false, leaveDenial(person, context.now, await holdsProxies(context)));
}

/** What stays of a person: that there was one, and until the votes are counted on which rolls they stood. */
export function goneFrom(person: PersonDocument, now: number): PersonDocument {
  const ended = person.ties.reduce((left, tie) => withoutTie(left, tie, now, true), person);
  return {
    ...ended,
    ...{
      openid: '',
      name: '已注销',
      heldName: null,
      phoneCipher: null,
      offices: [],
      formerSeats: [],
      places: [],
    },
    consent: { version: '', at: 0 },
    leftAt: now,
    forgetAt: now,
  };
}

/** Whether somebody is, or was before they left, who this identity belongs to (KEEP-4). */
async function isOfIdentity(openid: string, personId: string): Promise<boolean> {
  for (let id = personIdOf(openid); id !== personId; id = personAfter(id)) {
    const before = await persons.byId(store, id);
    if (before?.leftAt === undefined) return false;
  }
  return true;
}

/**
 * Leaving: the person's document loses all that names them in one transaction, and what was theirs alone is removed after it, here or
 * by the timer. Rolls, ballots, papers, seals and the audit log are not touched (KEEP-3); who signs in again is somebody new (KEEP-4),
 * whom a call that was sent before does not make leave (KEEP-6).
 */
export async function leave(context: Context, { personId }: CallInput<'privacy.leave'>): Promise<Leaving> {
  const { openid, person } = context.actor;
  if (person?._id === personId) {
    await change(context, async (transaction) => {
      const before = found(await persons.byId(transaction, personId));
      // After the person was read: a proxy that is taken up meanwhile writes on the person, and this is asked again.
      enforce(leaveDenial(before, context.now, await holdsProxies(context)));
      await persons.put(transaction, goneFrom(before, context.now));
      return { subject: { kind: 'person', id: personId }, path: [], facts: { left: true } };
    });
  } else if (!(await isOfIdentity(openid, personId))) throw new Refusal(person ? 'STALE' : 'NOT_SIGNED_IN');
  // Whoever has left is a visitor, or somebody new: their call comes again where the answer was lost.
  const gone = await persons.byId(store, personId);
  if (gone?.leftAt === undefined) throw new Refusal('NOT_SIGNED_IN');
  await clearAway(gone, context.now, context.requestId);
  return leavingView(personId, true, null);
}
