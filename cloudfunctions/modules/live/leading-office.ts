import type { Office } from '@contract/roles';
import { CONVENING_OFFICES } from '@contract/roles';
import type { Context } from '../../kernel/context';
import { officesNow } from '../../kernel/person';
import { Refusal } from '../../kernel/refusal';

/** The office in whose name somebody leads: the nearest one that reaches the place. */
export function leadingOffice({ actor, now }: Context, path: readonly string[]): Office {
  const reaching = officesNow(actor, now).filter(
    ({ office, placeId }) => CONVENING_OFFICES.includes(office) && path.includes(placeId),
  );
  const [nearest] = reaching.sort((a, b) => b.path.length - a.path.length);
  if (!nearest) throw new Refusal('NOT_ALLOWED');
  return nearest.office;
}
