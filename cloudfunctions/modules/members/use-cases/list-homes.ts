import type { CallInput } from '@contract/calls';
import type { HomePage } from '@contract/register';
import type { Context } from '../../../kernel/context';
import { store } from '../../../kernel/reader';
import { found } from '../../../kernel/refusal';
import { mayIssueCodes, mayRecordHomes } from '../policy';
import { homes, places } from '../repository';
import { homeLabel } from '../views';

const PAGE = 200;

/** The homes directly under a place, by label; which homes there are is no secret, who lives there is. */
export async function listHomes(context: Context, input: CallInput<'members.homes'>): Promise<HomePage> {
  const { actor, now } = context;
  const place = found(await places.byId(store, input.placeId));
  const rows = await homes.underPlace(place._id, input.cursor ?? null, PAGE);
  return {
    items: rows.filter(({ goneAt }) => !goneAt).map(homeLabel),
    next: rows.length === PAGE ? (rows.at(-1)?.label ?? null) : null,
    can: {
      recordHomes: mayRecordHomes(actor, now, place),
      issueCodes: mayIssueCodes(actor, now, place.path),
    },
  };
}
