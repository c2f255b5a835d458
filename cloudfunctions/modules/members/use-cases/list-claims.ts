import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { enforce, found } from '../../../kernel/refusal';
import { maySeeClaims } from '../policy';
import { claims, homes, places } from '../repository';
import { claimView } from '../views';

/** Claims of homes in a place, the longest waiting first, with whom the register has under the name. */
export async function listClaims(
  { actor, now }: Context,
  input: CallInput<'members.claims'>,
): Promise<CallOutput<'members.claims'>> {
  const place = found(await places.byId(store, input.placeId));
  enforce(maySeeClaims(actor, now, place.path));
  const { items: rows, next } = await claims.inPlace(place._id, input.state, input.cursor);
  const near = await homes.byIds(
    store,
    rows.map((claim) => claim.homeId),
  );
  const byId = new Map(near.map((home) => [home._id, home]));
  return {
    items: rows.map((claim) => claimView(actor, now, claim, byId.get(claim.homeId) ?? null)),
    next,
  };
}
