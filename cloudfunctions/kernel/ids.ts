import { createHash, randomBytes } from 'node:crypto';

/** 32 hex digits that name a thing by what it is made of; parts are length-prefixed, so that none can run into the next. */
export function idOf(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest('hex').slice(0, 32);
}

/** Hash of an input with its keys in order: the same input sent again has the same hash. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** JSON with sorted keys and without undefined. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** An id that nobody can guess. */
export function randomId(): string {
  return randomBytes(16).toString('hex');
}

/** The id of the person behind a WeChat identity. */
export function personIdOf(openid: string): string {
  return idOf('person', openid);
}

/** The id of whoever signs in with the identity of somebody who has left (KEEP-4). */
export function personAfter(personId: string): string {
  return idOf('person after', personId);
}
