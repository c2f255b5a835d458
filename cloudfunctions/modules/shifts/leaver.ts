import { change } from '../../kernel/change';
import { serverNow } from '../../kernel/clock';
import { systemContext } from '../../kernel/context';
import { store } from '../../kernel/reader';
import { found } from '../../kernel/refusal';
import { noted, takeOut } from '../teams/membership';
import { members, teams } from '../teams/repository';
import { volunteers } from '../volunteers/repository';
import { notedShift, putClaims } from './moving-up';
import { claimOf } from './policy';
import { shifts } from './repository';

/** Gives back the place in one shift that has not ended; whoever waits is offered it. */
async function giveBack(personId: string, shiftId: string, requestId: string): Promise<void> {
  const read = await shifts.byId(store, shiftId);
  // What was cancelled has no place to give: nobody is offered one (SHIFT-9).
  if (!read || read.state === 'cancelled' || !claimOf(read, personId)) return;
  await change(
    systemContext(`shifts.left:${shiftId}:${personId}:${read.revision}`, requestId),
    async (transaction) => {
      const shift = found(await shifts.byId(transaction, shiftId));
      if (shift.state === 'cancelled' || !claimOf(shift, personId)) {
        return { ...notedShift(shift, {}), unchanged: true };
      }
      const { after, messages } = await putClaims(transaction, shift, serverNow(), (claims) =>
        claims.filter((one) => one.personId !== personId),
      );
      return notedShift(after, { left: true }, messages);
    },
  );
}

async function leaveTeams(personId: string, requestId: string): Promise<void> {
  for (const { _id, teamId, at } of await members.allOf(personId)) {
    await change(systemContext(`teams.left:${_id}:${at}`, requestId), async (transaction) => {
      const team = found(await teams.byId(transaction, teamId));
      const member = await members.byId(transaction, _id);
      if (!member) return { ...noted(team, {}), unchanged: true };
      await takeOut(transaction, team, member);
      return noted(team, { left: true });
    });
  }
}

/**
 * Whoever has left the app claims nothing, is in no team and reported in nowhere; born day and a guardian's consent go, the records of
 * hours stay under their id, without a name (SHIFT-10). Done again it changes nothing.
 */
export async function clearVolunteer(personId: string, requestId: string): Promise<void> {
  const volunteer = await volunteers.byId(store, personId);
  const now = serverNow();
  const coming = (volunteer?.upcoming ?? []).filter(({ endsAt }) => endsAt > now);
  for (const { shiftId } of coming) await giveBack(personId, shiftId, requestId);
  await leaveTeams(personId, requestId);
  if (!volunteer) return;
  const context = systemContext(`volunteers.left:${personId}:${volunteer.revision}`, requestId);
  await change(context, async (transaction) => {
    await volunteers.remove(transaction, personId);
    return { subject: { kind: 'volunteer', id: personId }, path: [], facts: { left: true } };
  });
}
