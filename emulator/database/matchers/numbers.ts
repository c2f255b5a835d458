import { requestFailed } from '../failure';
import { show } from '../update/show';
import type { Value } from '../value';
import { type Matcher, opening } from './condition';

export const $mod: Matcher = (operand) => {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array');
  if (operand.length < 2) throw requestFailed('malformed mod, not enough elements');
  if (operand.length > 2) throw requestFailed('malformed mod, too many elements');
  const [divisor, remainder] = operand.map((item, at) => {
    const name = at === 0 ? 'divisor' : 'remainder';
    if (typeof item !== 'number') throw requestFailed(`malformed mod, ${name} not a number`);
    if (!inLong(item)) {
      throw requestFailed(`malformed mod, ${name} value is invalid :: caused by :: Unable to coerce to long`);
    }
    return Math.trunc(item);
  }) as [number, number];
  if (divisor === 0) throw requestFailed('divisor cannot be 0');
  return [
    opening(
      (value) => typeof value === 'number' && inLong(value) && Math.trunc(value) % divisor === remainder,
    ),
  ];
};

/** Finite and within 64 bits; what is not has no remainder. */
function inLong(value: number): boolean {
  return value >= -(2 ** 63) && value < 2 ** 63;
}

type Bits = (value: bigint, mask: bigint) => boolean;

const bits =
  (name: string, accept: Bits): Matcher =>
  (operand) => {
    const mask = maskOf(name, operand);
    return [
      opening(
        (value) =>
          typeof value === 'number' &&
          Number.isInteger(value) &&
          inLong(value) &&
          accept(BigInt.asUintN(64, BigInt(value)) & mask, mask),
      ),
    ];
  };

export const $bitsAllSet = bits('$bitsAllSet', (value, mask) => value === mask);
export const $bitsAllClear = bits('$bitsAllClear', (value) => value === 0n);
export const $bitsAnySet = bits('$bitsAnySet', (value) => value !== 0n);
export const $bitsAnyClear = bits('$bitsAnyClear', (value, mask) => value !== mask);

/** A mask is a number, or a list of positions of bits. */
function maskOf(name: string, operand: Value): bigint {
  if (Array.isArray(operand)) return operand.map(bitAt).reduce((mask, bit) => mask | bit, 0n);
  if (typeof operand !== 'number') {
    throw requestFailed(`${name} takes an Array, a number, or a BinData but received: ${show(operand)}`);
  }
  if (!Number.isInteger(operand) || !inLong(operand)) {
    throw requestFailed(`Failed to parse bit mask. Expected an integer: ${name}: ${show(operand)}`);
  }
  if (operand < 0) {
    throw requestFailed(
      `Failed to parse bit mask. Expected a non-negative number in: ${name}: ${show(operand)}`,
    );
  }
  return BigInt(operand);
}

function bitAt(position: Value): bigint {
  if (typeof position !== 'number' || !Number.isInteger(position) || position < 0 || position > 0x7fffffff) {
    throw requestFailed(`Failed to parse bit position. Expected a non-negative number in: ${show(position)}`);
  }
  // Beyond the 64 bits of an integer there is only its sign.
  return 1n << BigInt(Math.min(position, 63));
}
