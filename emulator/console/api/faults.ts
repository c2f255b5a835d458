import { FAULT_EFFECTS, timesOf, type FaultBoard, type FaultEffect, type FaultSpec } from '../../faults';
import { WIRE_CODES } from '../../wire';
import type { FaultsView, FaultView } from '../shapes';
import { number, refuse, text, type Answer } from './asked';

export function faultsOf(board: FaultBoard): FaultsView {
  const faults = board.list().map(({ id, spec, matched, hits }): FaultView => {
    const { action, collection, nth = 1, chance, seed, code, then: effect } = spec;
    const times = timesOf(spec);
    return {
      id,
      action: action instanceof RegExp ? String(action) : action,
      collection,
      nth,
      times: times === Infinity ? undefined : times,
      effect: typeof effect === 'object' ? 'delay' : effect,
      delayMs: typeof effect === 'object' ? effect.delay : undefined,
      code,
      chance,
      seed,
      matched,
      hits,
    };
  });
  return { faults, requests: board.requests() };
}

/**
 * Sets a fault: `{effect, action?, collection?, nth?, times?, code?, chance?, seed?, delayMs?}`. `times: 0` means for ever, since
 * JSON has no infinity; an action between slashes is a regular expression.
 */
export const addFault =
  (board: FaultBoard): Answer =>
  ({ body }) => {
    board.on(specOf(body));
    return faultsOf(board);
  };

export const removeFault =
  (board: FaultBoard): Answer =>
  ({ body }) => ({ removed: board.remove(number(body, 'id') ?? 0) });

export const resetFaults =
  (board: FaultBoard): Answer =>
  () => {
    board.reset();
    return faultsOf(board);
  };

function specOf(body: Record<string, unknown>): FaultSpec {
  const spec: FaultSpec = { then: effectOf(body) };
  if (body.action) spec.action = actionOf(text(body, 'action'));
  if (body.collection) spec.collection = text(body, 'collection');
  spec.nth = within(body, 'nth', 1);
  const times = within(body, 'times', 0);
  spec.times = times === 0 ? Infinity : times;
  spec.chance = within(body, 'chance', 0, 1);
  spec.seed = number(body, 'seed');
  if (body.code) {
    spec.code = WIRE_CODES.find((code) => code === body.code);
    if (!spec.code) throw refuse(`平台没有错误码 ${text(body, 'code')}`);
  }
  return spec;
}

function effectOf(body: Record<string, unknown>): FaultEffect {
  if (body.effect === 'delay') {
    const delay = within(body, 'delayMs', 0);
    if (delay === undefined) throw refuse('缺少 delayMs');
    return { delay };
  }
  const effect = FAULT_EFFECTS.find((name) => name === body.effect);
  if (!effect) throw refuse(`effect 取 ${FAULT_EFFECTS.join('、')} 或 delay`);
  return effect;
}

function actionOf(action: string): string | RegExp {
  const [, pattern, flags] = /^\/(.+)\/([a-z]*)$/.exec(action) ?? [];
  try {
    return pattern === undefined ? action : new RegExp(pattern, flags);
  } catch {
    throw refuse(`动作 ${action} 不是正则表达式`);
  }
}

/** A number that may be absent, and lies between two others. */
function within(
  body: Record<string, unknown>,
  name: string,
  least: number,
  most = Infinity,
): number | undefined {
  const value = number(body, name);
  if (value === undefined || (value >= least && value <= most)) return value;
  throw refuse(most === Infinity ? `${name} 至少为 ${least}` : `${name} 取 ${least} 到 ${most}`);
}
