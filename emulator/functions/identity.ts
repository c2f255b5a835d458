import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SOURCE } from '../platform';

/** Who calls a function. A timer has no openid, and a missing one never means "internal". */
export interface Caller {
  openid?: string;
  /** `wx_client`, `wx_trigger`, or a chain such as `wx_client,scf`. */
  source: string;
  /** requestId of the function call that makes this one. */
  parent?: string;
}

/** What the token of one call says: its caller and the function that runs. */
export interface CallClaim extends Omit<Caller, 'parent'> {
  fn: string;
  requestId: string;
}

/** Issues and reads WX_API_TOKEN, by which a request of the SDK is traced back to the call that makes it. */
export interface CallTokens {
  issue(claim: CallClaim): string;
  /** Undefined for a token that was not issued here. */
  read(token: unknown): CallClaim | undefined;
  /** The text with `instead` in the place of every token that was issued here. */
  replacedIn(text: string, instead: string): string;
}

/** What a token looks like: JSON in base64, and a signature. The journal looks at so much beyond what it keeps. */
const TOKEN = /eyJ[\w-]{1,2000}\.[\w-]{43}/g;

/** Signed tokens: nothing to keep, so that work which outlives its call still has its own identity. */
export function createCallTokens(): CallTokens {
  const secret = randomBytes(32);
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest();
  const read = (token: unknown) => {
    if (typeof token !== 'string') return undefined;
    const [text = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature, 'base64url');
    const wanted = sign(text);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as CallClaim;
  };
  return {
    issue(claim) {
      const text = Buffer.from(JSON.stringify(claim)).toString('base64url');
      return `${text}.${sign(text).toString('base64url')}`;
    },
    read,
    replacedIn: (text, instead) => text.replace(TOKEN, (found) => (read(found) ? instead : found)),
  };
}

/** The caller that a function sees which is called by the call of `claim`; without a known claim nobody is identified. */
export function nestedCaller(claim: CallClaim | undefined): Caller {
  if (!claim) return { source: SOURCE.nested };
  return { openid: claim.openid, source: `${claim.source},${SOURCE.nested}`, parent: claim.requestId };
}

/** Whether another function made the call. */
export function isNested({ source }: Caller): boolean {
  return source.split(',').at(-1) === SOURCE.nested;
}
