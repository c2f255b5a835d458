import { requestFailed } from '../failure';
import { typeName, type Value } from '../value';
import { isNullish, type Operator, ofOne, withArguments } from './expression';

/** A function of one number within bounds, both included; null stays null. */
const bounded = (compute: (value: number) => number, least = -Infinity, most = Infinity): Operator =>
  ofOne((value, name) => {
    const number = numeric(value, name);
    if (number < least || number > most) {
      throw requestFailed(`cannot apply ${name} to ${number}, value must be in [${least},${most}]`);
    }
    return compute(number);
  });

function numeric(value: Value, name: string): number {
  if (typeof value === 'number') return value;
  throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`);
}

export const $sin = bounded(Math.sin);
export const $cos = bounded(Math.cos);
export const $tan = bounded(Math.tan);
export const $asin = bounded(Math.asin, -1, 1);
export const $acos = bounded(Math.acos, -1, 1);
export const $atan = bounded(Math.atan);
export const $degreesToRadians = bounded((value) => (value * Math.PI) / 180);
export const $radiansToDegrees = bounded((value) => (value * 180) / Math.PI);

export const $atan2 = withArguments(2, 2, (name, y, x) =>
  isNullish(y) || isNullish(x) ? null : Math.atan2(numeric(y, name), numeric(x, name)),
);
