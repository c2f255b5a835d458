import { REFUSED, Refusal } from '../../server/exchange';

/** One request to the API: the query of a GET, the JSON object of a POST. */
export interface Asked {
  query: URLSearchParams;
  body: Record<string, unknown>;
}

/** Answers with what is to be sent as JSON; throws a Refusal for what was asked wrongly. */
export type Answer = (asked: Asked) => unknown;

export function refuse(message: string): Refusal {
  return new Refusal(400, REFUSED.parameters, message);
}

/** A text that must be there. */
export function text(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw refuse(`缺少 ${name}`);
  return value;
}

/** A number that may be absent. */
export function number(body: Record<string, unknown>, name: string): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse(`${name} 不是数字`);
  return value;
}
