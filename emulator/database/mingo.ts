import { Context } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import type { Options } from 'mingo/types';
import { DatabaseFailure, invalidOperator, requestFailed } from './failure';
import { EXPRESSIONS } from './expressions';
import { MATCHERS } from './matchers';
import { $sort } from './sort';

/** mingo's operators, with ours in place of those that differ from MongoDB. */
const CONTEXT = Context.init({
  accumulator,
  expression: { ...expression, ...EXPRESSIONS },
  // mingo types an operator as all of its operators at once, which no single one can be.
  pipeline: { ...pipeline, $sort: $sort as never },
  projection,
  query: { ...query, ...MATCHERS },
});

/** Options for mingo: no code from outside is ever evaluated ($where, $function, $accumulator). */
export function mingoOptions(extra: Partial<Options> = {}): Partial<Options> {
  return { context: CONTEXT, scriptEnabled: false, ...extra };
}

/** Runs a piece of mingo; what it throws is the caller's mistake, told in the platform's form. */
export function withMingo<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof DatabaseFailure) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/unknown (top level|query) operator|unregistered|not registered|scriptEnabled/i.test(message)) {
      throw invalidOperator(message);
    }
    throw requestFailed(message);
  }
}
