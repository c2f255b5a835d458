import { createHmac } from 'node:crypto';
import { secretFor } from '../../kernel/signing';
import { codeOf, normalCode } from '../members/rules/code';

const digest = (purpose: string, text: string) =>
  createHmac('sha256', secretFor('yard proxy code 1', purpose)).update(text).digest();

/** The code of one proxy: always the same, so that it is shown again without being stored. */
export const slipCode = (proxyId: string, number: number): string =>
  codeOf(digest('issued', `${proxyId}:${number}`));

/** As people type it; null where it cannot be a code. */
export function slipHash(typed: string): string | null {
  const code = normalCode(typed);
  return code && digest('stored', code).toString('hex');
}
