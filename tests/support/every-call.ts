import { type CallName, calls } from '@contract/calls';
import { z } from 'zod';

/** What a call's input may be, as JSON schema says it; of a schema that cannot be written so, nothing. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  minimum?: number;
  minLength?: number;
  pattern?: string;
}

/** Values by the name of the field, for what a machine cannot think of: ids that are there. */
export type Known = Record<string, readonly unknown[]>;

/** Texts in the forms that fields of the contract ask for, one of each. */
const TEXTS = ['修一修屋顶上漏水的地方', 'yes', '2026-03-20', '13800001111', '000000', 'owner-1'];

/** Inputs of one call at most: enough for each choice of a field and each thing that an id can name. */
const MOST = 6;

function textsOf({ pattern, minLength = 0 }: Shape, known: Known): unknown[] {
  const ids = (known.id ?? []).filter((id) => typeof id === 'string');
  const form = new RegExp(pattern ?? '');
  return [...(pattern ? ids : []), ...TEXTS]
    .filter((text) => form.test(text) && text.length >= minLength)
    .slice(0, 1);
}

function ownValues(shape: Shape, known: Known): unknown[] {
  if (shape.const !== undefined) return [shape.const];
  if (shape.enum) return shape.enum;
  const oneOf = shape.anyOf ?? shape.oneOf;
  if (oneOf) return oneOf.slice(0, 2).flatMap((one) => valuesOf('', one, known).slice(0, 2));
  if (shape.type === 'object') return objectsOf(shape, known).slice(0, 2);
  if (shape.type === 'array') return [shape.items ? valuesOf('', shape.items, known).slice(0, 1) : []];
  if (shape.type === 'boolean') return [true];
  if (shape.type === 'null') return [null];
  if (shape.type === 'integer' || shape.type === 'number') return [Math.max(shape.minimum ?? 1, 1)];
  return textsOf(shape, known);
}

const JS_TYPES: Record<string, string> = { integer: 'number', array: 'object' };

/** One name can be a time of the day in one call, a number of minutes in the next and what a step leaves in a third. */
function fits({ type, pattern, anyOf, oneOf }: Shape, value: unknown): boolean {
  const either = anyOf ?? oneOf;
  if (either) return either.some((one) => fits(one, value));
  if (typeof value === 'string' && pattern && !new RegExp(pattern).test(value)) return false;
  return !type || typeof value === (JS_TYPES[type] ?? type);
}

function valuesOf(name: string, shape: Shape, known: Known): readonly unknown[] {
  const fitting = (known[name] ?? []).filter((value) => fits(shape, value));
  return fitting.length > 0 ? fitting : ownValues(shape, known);
}

/** Each value of each field once, the others at their first. */
function objectsOf({ properties = {}, required = [] }: Shape, known: Known): Record<string, unknown>[] {
  const fields = Object.entries(properties)
    .filter(([name]) => required.includes(name) || name in known)
    .map(([name, shape]) => [name, valuesOf(name, shape, known)] as const);
  const first = Object.fromEntries(fields.map(([name, values]) => [name, values[0]]));
  const others = fields.flatMap(([name, values]) =>
    values.slice(1).map((one) => ({ ...first, [name]: one })),
  );
  return [first, ...others];
}

/** Inputs that the contract takes for this call, made from its schema alone and from what is known. */
export function inputsOf(name: CallName, known: Known): Record<string, unknown>[] {
  const shape = z.toJSONSchema(calls[name].input, { io: 'input', unrepresentable: 'any' }) as Shape;
  return objectsOf(shape, known)
    .filter((input) => calls[name].input.safeParse(input).success)
    .slice(0, MOST);
}

/** Of every call of the contract, those that take nothing away from the next ones first. */
export function everyCall(): CallName[] {
  const names = Object.keys(calls) as CallName[];
  const last = (name: CallName) =>
    calls[name].kind === 'query' ? 0 : /leave|cancel|end|remove|revoke/i.test(name) ? 2 : 1;
  return [...names].sort((a, b) => last(a) - last(b));
}
