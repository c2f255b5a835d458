import { fails, type Check, type Surroundings } from '../check';
import type { Errand, InstanceReport } from '../errands';

/** Calls the probe itself for an errand. */
async function errand<T>({ cloud, fn }: Surroundings, name: Errand): Promise<T> {
  return (await cloud.callFunction({ name: fn, data: { errand: name } })).result as T;
}

/** Facts on how functions run. */
export const FUNCTION_CHECKS: readonly Check[] = [
  {
    id: 'functions.utc',
    statement: 'Local time of a function is UTC.',
    run: async () => {
      const seen = {
        offset: new Date().getTimezoneOffset(),
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      };
      return { holds: seen.offset === 0, seen };
    },
  },
  {
    id: 'functions.context',
    statement: 'context has request_id, function_name, memory_limit_in_mb, time_limit_in_ms and environment.',
    run: async ({ context }) => {
      const wanted = ['request_id', 'function_name', 'memory_limit_in_mb', 'time_limit_in_ms', 'environment'];
      return { holds: wanted.every((field) => field in context), seen: Object.keys(context).sort() };
    },
  },
  {
    id: 'functions.nested-source',
    statement: 'SOURCE of a function that was called by another one ends in ",scf"; OPENID is handed on.',
    async run(surroundings) {
      const { OPENID } = surroundings.cloud.getWXContext();
      const seen = await errand<{ SOURCE?: string; OPENID?: string }>(surroundings, 'who');
      const known = seen.OPENID === OPENID;
      return {
        holds: /(^|,)scf$/.test(seen.SOURCE ?? '') && known,
        seen: { SOURCE: seen.SOURCE, sameOpenid: known },
      };
    },
  },
  {
    id: 'functions.nothing-is-null',
    statement: 'A function that returns nothing answers null.',
    run: async (surroundings) => {
      const seen = (await errand<unknown>(surroundings, 'nothing')) ?? null;
      return { holds: seen === null, seen };
    },
  },
  {
    id: 'functions.date-becomes-text',
    statement: 'A Date in a result arrives as its ISO text.',
    run: async (surroundings) => {
      const seen = await errand<{ at: unknown }>(surroundings, 'date');
      return { holds: seen.at === '2026-01-01T00:00:00.000Z', seen };
    },
  },
  {
    id: 'functions.nested-throw',
    statement: 'A function that throws reaches its caller as -1 with FUNCTIONS_EXECUTE_FAIL.',
    run: (surroundings) =>
      fails(
        errand(surroundings, 'throw'),
        ({ errCode, code }) => errCode === -1 && code === 'FUNCTIONS_EXECUTE_FAIL',
      ),
  },
  {
    id: 'functions.unknown',
    statement: 'A function that does not exist reaches its caller as -1 with FUNCTION_NOT_FOUND.',
    run: ({ cloud, run }) =>
      fails(
        cloud.callFunction({ name: `missing-${run}`, data: {} }),
        ({ errCode, code }) => errCode === -1 && code === 'FUNCTION_NOT_FOUND',
      ),
  },
  {
    id: 'functions.one-call-at-a-time',
    statement: 'An instance runs one call at a time.',
    async run(surroundings) {
      const reports = Array.from({ length: 4 }, () => errand<InstanceReport>(surroundings, 'hold'));
      const seen = (await Promise.all(reports)).map(({ atOnce }) => atOnce);
      return { holds: seen.every((atOnce) => atOnce === 1), seen };
    },
  },
  {
    id: 'functions.module-state-stays',
    statement: 'What a module holds is still there at a later call of the same instance.',
    async run(surroundings) {
      const seen: number[] = [];
      for (let i = 0; i < 3; i += 1) seen.push((await errand<InstanceReport>(surroundings, 'hold')).calls);
      return { holds: seen.some((calls) => calls > 1), seen };
    },
  },
  {
    id: 'functions.result-over-6-mb',
    statement: 'A result of more than 6 MB fails, also between functions.',
    slow: true,
    run: (surroundings) => fails(errand(surroundings, 'seven-megabytes')),
  },
];
