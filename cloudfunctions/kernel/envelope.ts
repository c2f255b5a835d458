import type { CallFailure, Envelope } from '@contract/envelope';
import { z } from 'zod';
import { serverNow } from './clock';
import { randomId } from './ids';
import { describe, log } from './log';
import { Refusal } from './refusal';

z.config(z.locales.zhCN());

function fieldsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  return Object.fromEntries(issues.slice(0, 20).map((issue) => [issue.path.join('.') || '_', issue.message]));
}

/**
 * What came in, as the schema says it.
 * @throws Refusal INPUT_TOO_LARGE over so many characters of JSON; INVALID_INPUT naming the fields
 */
export function parsed<S extends z.ZodType>(schema: S, input: unknown, maxCharacters: number): z.output<S> {
  if (JSON.stringify(input ?? null).length > maxCharacters) throw new Refusal('INPUT_TOO_LARGE');
  const result = schema.safeParse(input ?? {});
  if (!result.success) throw new Refusal('INVALID_INPUT', fieldsOf(result.error.issues));
  return result.data;
}

function failureOf(error: unknown, requestId: string): CallFailure {
  if (error instanceof Refusal) {
    const { code, fields, until } = error;
    return { code, fields, until, requestId };
  }
  log('error', 'call failed', { requestId, ...describe(error) });
  return { code: 'INTERNAL', requestId };
}

/** Whatever happens in `work`, an envelope goes out; nothing is thrown at the phone (wire.md). */
export async function enveloped(
  work: (requestId: string, now: number) => Promise<unknown>,
): Promise<Envelope<unknown>> {
  const now = serverNow();
  const requestId = randomId().slice(0, 12);
  try {
    return { ok: true, data: await work(requestId, now), now };
  } catch (error) {
    return { ok: false, error: failureOf(error, requestId), now };
  }
}
