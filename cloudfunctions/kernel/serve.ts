import { type CallName, calls } from '@contract/calls';
import type { CallSpec } from '@contract/call';
import type { Envelope } from '@contract/envelope';
import { readCaller } from './caller';
import type { Context } from './context';
import { enveloped, parsed } from './envelope';
import { hashOf, idOf } from './ids';
import { type Actor, officesNow, seatsLeft } from './person';
import { limitCommand, limitRead } from './rate-limit';
import { Refusal } from './refusal';

type AnyHandler = (context: Context, input: never) => Promise<unknown>;
export type RouteTable = Readonly<Record<CallName, AnyHandler>>;

/** A request is at most 100 KB (platform.md, budget); WeChat itself may be stricter. */
const MAX_REQUEST_CHARACTERS = 100_000;

function specOf(action: unknown): CallSpec {
  if (typeof action !== 'string' || !Object.hasOwn(calls, action)) throw new Refusal('UNKNOWN_ACTION');
  return calls[action as CallName];
}

/** Whether the caller may make this call at all; the module's policy then looks at the object. */
function admit(spec: CallSpec, actor: Actor, now: number): void {
  if (spec.roles.includes('visitor')) return;
  if (!actor.person) throw new Refusal('NOT_SIGNED_IN');
  if (spec.roles.includes('person')) return;
  // Of whoever has left, the policies know what is still theirs: a vote on a roll frozen before (ROLL-18).
  const { ties, formerTies = [] } = actor.person;
  const left = [...formerTies, ...seatsLeft(actor.person, now)];
  if (spec.roles.includes('resident') && ties.length + left.length > 0) return;
  if (officesNow(actor, now).some((held) => spec.roles.includes(held.office))) return;
  throw new Refusal(spec.roles.includes('resident') ? 'NOT_VERIFIED' : 'NOT_ALLOWED');
}

async function answer(routes: RouteTable, event: unknown, requestId: string, now: number): Promise<unknown> {
  const { action, input } = (event ?? {}) as { action?: unknown; input?: unknown };
  const spec = specOf(action);
  const name = action as CallName;
  const actorRead = readCaller();
  // Awaited further down; a refusal before that must not leave a rejection without a handler.
  actorRead.catch(() => undefined);
  const { clientId, ...given } = parsed(spec.input, input, MAX_REQUEST_CHARACTERS) as Record<string, unknown>;
  const actor = await actorRead;
  admit(spec, actor, now);
  if (spec.perTenMinutes !== null) {
    if (spec.kind === 'query') limitRead(actor.personId, name, spec.perTenMinutes, now);
    else await limitCommand(actor.personId, name, spec.perTenMinutes, now);
  }
  const commandId = idOf(
    'command',
    actor.personId,
    name,
    typeof clientId === 'string' ? clientId : requestId,
  );
  const context: Context = { action: name, actor, now, requestId, commandId, inputHash: hashOf(given) };
  return routes[name](context, { clientId, ...given } as never);
}

/** The gateway's one way through: whatever comes in, an envelope goes out. */
export async function serve(routes: RouteTable, event: unknown): Promise<Envelope<unknown>> {
  return enveloped((requestId, now) => answer(routes, event, requestId, now));
}
