import type { Me } from '@contract/members';
import type { Actor } from '../../kernel/person';

/** The caller's own face; nothing of it goes to anybody else. */
export function meView(actor: Actor): Me {
  const { person } = actor;
  return {
    personId: actor.personId,
    name: person?.name ?? null,
    ties: (person?.ties ?? []).map(({ homeId, label, relation, since }) => ({
      homeId,
      label,
      relation,
      since,
    })),
    offices: (person?.offices ?? []).map(({ id, office, placeId, placeName, untilAt }) => ({
      id,
      office,
      placeId,
      placeName,
      untilAt,
    })),
  };
}
