import { type CallName, calls } from '@contract/calls';
import type { CallSpec } from '@contract/call';
import type { CallFailure, Envelope } from '@contract/envelope';
import { z } from 'zod';
import { readCaller } from './caller';
import { serverNow } from './clock';
import type { Context } from './context';
import { hashOf, idOf, randomId } from './ids';
import { describe, log } from './log';
import { type Actor, officesNow } from './person';
import { limitCommand, limitRead } from './rate-limit';
import { Refusal } from './refusal';

z.config(z.locales.zhCN());

type AnyHandler = (context: Context, input: never) => Promise<unknown>;
export type RouteTable = Readonly<Record<CallName, AnyHandler>>;

/** A request is at most 100 KB (platform.md, budget); WeChat itself may be stricter. */
const MAX_REQUEST_CHARACTERS = 100_000;

function specOf(action: unknown): CallSpec {
  if (typeof action !== 'string' || !Object.hasOwn(calls, action)) throw new Refusal('UNKNOWN_ACTION');
  return calls[action as CallName];
}

function fieldsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  return Object.fromEntries(issues.slice(0, 20).map((issue) => [issue.path.join('.') || '_', issue.message]));
}

function parse(spec: CallSpec, input: unknown): Record<string, unknown> {
  if (JSON.stringify(input ?? null).length > MAX_REQUEST_CHARACTERS) throw new Refusal('INPUT_TOO_LARGE');
  const parsed = spec.input.safeParse(input ?? {});
  if (!parsed.success) throw new Refusal('INVALID_INPUT', fieldsOf(parsed.error.issues));
  return parsed.data as Record<string, unknown>;
}

/** Whether the caller may make this call at all; the module's policy then looks at the object. */
function admit(spec: CallSpec, actor: Actor, now: number): void {
  if (spec.roles.includes('visitor')) return;
  if (!actor.person) throw new Refusal('NOT_SIGNED_IN');
  if (spec.roles.includes('person')) return;
  // Of whoever has left, the policies know what is still theirs: a vote on a roll frozen before (ROLL-18).
  const { ties, formerTies = [] } = actor.person;
  if (spec.roles.includes('resident') && ties.length + formerTies.length > 0) return;
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
  const { clientId, ...given } = parse(spec, input);
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

function failureOf(error: unknown, requestId: string): CallFailure {
  if (error instanceof Refusal) {
    const { code, fields, until } = error;
    return { code, fields, until, requestId };
  }
  log('error', 'call failed', { requestId, ...describe(error) });
  return { code: 'INTERNAL', requestId };
}

/** The gateway's one way through: whatever comes in, an envelope goes out; nothing is thrown at the phone (wire.md). */
export async function serve(routes: RouteTable, event: unknown): Promise<Envelope<unknown>> {
  const now = serverNow();
  const requestId = randomId().slice(0, 12);
  try {
    return { ok: true, data: await answer(routes, event, requestId, now), now };
  } catch (error) {
    return { ok: false, error: failureOf(error, requestId), now };
  }
}
