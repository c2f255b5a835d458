import { change } from '../../kernel/change';
import { serverNow } from '../../kernel/clock';
import { systemContext } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { voteStands } from './policy';
import { caseOf } from './present';
import { nominations, rounds } from './repository';
import { stepBack } from './step-back';

/**
 * Whoever agreed and has left the app is a nominee no more, as if they had stepped back; where the vote opens within a minute or has
 * opened, they stay in it and everybody sees that they left (NOM-7). Done again it changes nothing.
 */
export async function withdrawLeaver(personId: string, requestId: string): Promise<void> {
  for (const { _id: id, roundId } of await nominations.standingOf(store, personId)) {
    const context = systemContext(`nominations.left:${id}`, requestId);
    await change(context, async (transaction) => {
      const nomination = found(await nominations.byId(transaction, id));
      const subject = { kind: 'nomination', id };
      const { path, state } = nomination;
      const stands = state === 'agreed' || state === 'candidate';
      if (!stands || nomination.left) return { subject, path, unchanged: true };
      const one = await caseOf(transaction, found(await rounds.byId(transaction, roundId)));
      // Asked at the write, as where they step back by themselves (NOM-5).
      if (voteStands(one.motion, serverNow()) === null)
        return stepBack(transaction, context, one, { ...nomination, left: true });
      await nominations.put(transaction, { ...nomination, left: true });
      return { subject, path, facts: { left: true } };
    });
  }
}
