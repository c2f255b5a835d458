import { evalExpr } from 'mingo/core';
import type { Any, Options } from 'mingo/types';
import { requestFailed } from './failure';
import { compareValues } from './order';
import type { Value } from './value';

/*
 * Comparisons in expressions, in place of mingo's: those look into arrays as queries do and find values of different types
 * neither smaller nor larger.
 */

type Expression = (document: Any, operands: Any, options: Options) => Any;

const comparison =
  (name: string, result: (order: number) => boolean | number): Expression =>
  (document, operands, options) => {
    if (!Array.isArray(operands) || operands.length !== 2) {
      throw requestFailed(`Expression ${name} takes exactly 2 arguments`);
    }
    const [a, b] = operands.map((operand) => evalExpr(document, operand, options) as Value | undefined);
    // Unlike in queries, what is missing is less than null here.
    const order = Number(a !== undefined) - Number(b !== undefined);
    return result(a === undefined || b === undefined ? order : compareValues(a, b));
  };

export const EXPRESSIONS = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
};
