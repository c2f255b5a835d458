import type { MessageIntent } from '@contract/messages';
import type { Change } from '../../kernel/change';
import type { Transaction } from '../../kernel/database';
import { chinaTime } from '../../kernel/wording';
import { volunteerLinks } from '../tasks/link';
import type { Claim, ShiftDocument } from './documents';
import { shifts } from './repository';
import { settled, withClaims } from './rules/queue';

function told(shift: ShiftDocument, claims: readonly Claim[], title: string, body: string): MessageIntent[] {
  if (claims.length === 0) return [];
  const persons = claims.map(({ personId }) => personId);
  return [{ audience: { persons }, kind: 'volunteer', title, body, link: volunteerLinks.shift(shift._id) }];
}

/** What an offer and its lapsing say; all offers of one moment have the same time to answer. */
function offerMessages(
  shift: ShiftDocument,
  offered: readonly Claim[],
  lapsed: readonly Claim[],
): MessageIntent[] {
  const what = `${shift.title}（${chinaTime(shift.startsAt)}）`;
  const until = chinaTime(offered[0]?.answerBy ?? shift.startsAt);
  return [
    ...told(
      shift,
      offered,
      `有名额了：${shift.title}`,
      `${what}有空位了，给您留到${until}。请点开答复，来不来都说一声。`,
    ),
    ...told(
      shift,
      lapsed,
      `名额已经给了下一位：${shift.title}`,
      `${what}没有等到您的答复。还想来，可以再报名。`,
    ),
  ];
}

/**
 * Writes the claims of a shift after something changed in them: what lapsed goes first, and free places are offered in the same
 * transaction, with the message (SHIFT-5). The one way in which claims are written, so that no place stays free while somebody waits.
 */
export async function putClaims(
  transaction: Transaction,
  shift: ShiftDocument,
  now: number,
  make: (claims: Claim[]) => Claim[],
): Promise<{ after: ShiftDocument; messages: MessageIntent[] }> {
  const first = settled(shift, now);
  const last = settled({ ...shift, claims: make(first.claims) }, now);
  const after = withClaims(shift, last.claims);
  await shifts.put(transaction, after);
  const fresh = new Set([...first.offered, ...last.offered].map(({ id }) => id));
  const offered = after.claims.filter(({ id, state }) => state === 'offered' && fresh.has(id));
  return { after, messages: offerMessages(shift, offered, first.lapsed) };
}

/** What the audit keeps: no names. */
export function notedShift(
  shift: ShiftDocument,
  facts: Record<string, unknown>,
  messages: MessageIntent[] = [],
): Change {
  return { subject: { kind: 'shift', id: shift._id }, path: shift.path, facts, messages };
}
