import { expect } from 'vitest';

/*
 * vitest types its asymmetric matchers as any, which would switch the type check off around them.
 */

/** Any text with that piece in it. */
export function containing(piece: string): unknown {
  return expect.stringContaining(piece) as unknown;
}

/** Any text that the pattern matches. */
export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern) as unknown;
}
