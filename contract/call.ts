import type { z } from 'zod';
import type { ObjectRelation, Role } from './roles';

/** One call of the gateway: input schema, who may, and (as a type only) what it answers. */
export interface CallSpec<I extends z.ZodType = z.ZodType, O = unknown> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly roles: readonly Role[];
  readonly relation: ObjectRelation;
  /** Calls a person may make in ten minutes; null where the document itself limits (a ballot). */
  readonly perTenMinutes: number | null;
  /** Never set: carries the answer's type. */
  readonly answer?: O;
}

interface Access {
  roles: readonly Role[];
  relation: ObjectRelation;
  perTenMinutes?: number | null;
}

/** A call that changes nothing. */
export function query<I extends z.ZodType>(access: Access, input: I) {
  return { returns: <O>(): CallSpec<I, O> => ({ kind: 'query', perTenMinutes: 600, ...access, input }) };
}

/** A call that changes something; its input carries a `clientId`, so that sending it again changes nothing. */
export function command<I extends z.ZodType<{ clientId: string }>>(access: Access, input: I) {
  return { returns: <O>(): CallSpec<I, O> => ({ kind: 'command', perTenMinutes: 60, ...access, input }) };
}
