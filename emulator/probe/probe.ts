import { randomBytes } from 'node:crypto';
import { failureOf, type Check, type Finding, type Surroundings } from './check';
import { CHECKS } from './checks';
import { ERRANDS, isErrand } from './errands';
import type { ProbeCloud, Row } from './sdk';

/** The collection that the probe works in; it is created when it is not there. */
const COLLECTION = 'yard_probe';
/** Time that config.json gives the probe, and what is kept of it for cleaning up, in ms. */
const TIME_LIMIT_MS = 60_000;
const RESERVE_MS = 10_000;

/** What the probe answers; the facts file is exactly this. */
export interface ProbeReport {
  probedAt: string;
  sdk: string;
  facts: Record<string, Finding | { failed: string }>;
  /** Not run: time was running out. Ask for them by `only`. */
  skipped: string[];
}

export interface ProbeOptions {
  cloud: ProbeCloud;
  /** Version of the SDK. */
  sdk: string;
}

/** Makes the function: `{only?: [id, …]}` runs these checks, else all but the slow ones. */
export function probeWith({ cloud, sdk }: ProbeOptions): (event: Row, context: Row) => Promise<unknown> {
  return async (event, context) => {
    if (isErrand(event.errand)) return ERRANDS[event.errand](cloud);
    const endsAt = Date.now() + TIME_LIMIT_MS - RESERVE_MS;
    const surroundings = await surroundingsOf(cloud, context);
    try {
      return await report(checksOf(event.only), surroundings, { sdk, endsAt });
    } finally {
      await failureOf(surroundings.things.where({ run: surroundings.run }).remove());
    }
  };
}

/** Throws when an id is unknown: a fact that is asked for and not answered would look as if it were open. */
function checksOf(only: unknown): readonly Check[] {
  if (only === undefined) return CHECKS.filter(({ slow }) => !slow);
  const ids = Array.isArray(only) ? only : [only];
  return ids.map((id: unknown) => {
    const check = CHECKS.find((known) => known.id === id);
    if (!check) throw new Error(`there is no check ${String(id)}`);
    return check;
  });
}

async function surroundingsOf(cloud: ProbeCloud, context: Row): Promise<Surroundings> {
  const db = cloud.database();
  await failureOf(db.createCollection(COLLECTION));
  const run = randomBytes(8).toString('hex');
  const things = db.collection(COLLECTION);
  const add = async (fields: object = {}) => {
    const _id = `probe_${randomBytes(8).toString('hex')}`;
    await things.add({ data: { ...fields, _id, run } });
    return _id;
  };
  const fn = typeof context.function_name === 'string' ? context.function_name : 'probe';
  return { cloud, db, context, fn, things, collection: COLLECTION, add, run };
}

async function report(
  checks: readonly Check[],
  surroundings: Surroundings,
  { sdk, endsAt }: { sdk: string; endsAt: number },
): Promise<ProbeReport> {
  const facts: ProbeReport['facts'] = {};
  const skipped: string[] = [];
  for (const { id, run } of checks) {
    if (Date.now() > endsAt) skipped.push(id);
    else facts[id] = await run(surroundings).catch((error: unknown) => ({ failed: textOf(error) }));
  }
  const answer = { probedAt: new Date().toISOString(), sdk, facts, skipped };
  console.log(JSON.stringify(answer));
  return answer;
}

function textOf(error: unknown): string {
  const { errMsg, message } = error as Row;
  return String(errMsg ?? message ?? error).slice(0, 300);
}
