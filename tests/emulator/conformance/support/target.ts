import cloud from 'wx-server-sdk';
import type { SdkCollection, SdkDatabase } from '../../support/sdk';
import { resultOf, startCloud } from '../../support/cloud';

/** What the SDK must know of a cloud; without a URL it finds the real one. */
export interface Address {
  env: string;
  secretId: string;
  secretKey: string;
  url?: string;
}

/** The cloud that the suite asks. */
export interface Target {
  db: SdkDatabase;
  /** A collection of that name with `conformance_` before it: there, and empty. Each test file uses names of its own. */
  collection(name: string): Promise<SdkCollection>;
  /** Leaves its collections empty, and ends what it started. */
  end(): Promise<void>;
}

const {
  YARD_CONFORMANCE_ENV,
  YARD_CONFORMANCE_SECRET_ID,
  YARD_CONFORMANCE_SECRET_KEY,
  YARD_CONFORMANCE_URL,
} = process.env;

/** The environment that YARD_CONFORMANCE_* name, else a local cloud of its own. */
export async function startTarget(): Promise<Target> {
  if (YARD_CONFORMANCE_ENV !== undefined) {
    const [secretId, secretKey] = [YARD_CONFORMANCE_SECRET_ID, YARD_CONFORMANCE_SECRET_KEY];
    if (!secretId || !secretKey) {
      throw new Error(
        'YARD_CONFORMANCE_ENV wants YARD_CONFORMANCE_SECRET_ID and YARD_CONFORMANCE_SECRET_KEY',
      );
    }
    return connect({ env: YARD_CONFORMANCE_ENV, secretId, secretKey, url: YARD_CONFORMANCE_URL });
  }
  const local = await startCloud(['credentials']);
  return connect(await addressOf(local), () => local.end());
}

/** The address of a local cloud with the fixture function `credentials`. */
export async function addressOf(
  local: Pick<Awaited<ReturnType<typeof startCloud>>, 'call'>,
): Promise<Address> {
  return resultOf<Address>(await local.call('credentials', {}, 'somebody'));
}

/** Points the SDK of this process to a cloud, by environment variables alone. */
export function pointSdkTo({ env, secretId, secretKey, url }: Address): SdkDatabase {
  Object.assign(process.env, {
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    TCB_ENV: env,
    // As in a function: else the SDK looks for cloud metadata before each request.
    ...(url
      ? { TENCENTCLOUD_RUNENV: 'SCF', SCF_NAMESPACE: env, TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }) }
      : {}),
  });
  cloud.init({ env });
  return cloud.database() as unknown as SdkDatabase;
}

function connect(address: Address, end: () => Promise<void> = async () => undefined): Target {
  const db = pointSdkTo(address);
  const used = new Set<string>();
  const empty = (name: string) =>
    db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove();
  return {
    db,
    async collection(name) {
      const full = `conformance_${name}`;
      if (!used.has(full)) await createOnce(db, full);
      used.add(full);
      await empty(full);
      return db.collection(full);
    },
    async end() {
      for (const name of used) await empty(name);
      await end();
    },
  };
}

async function createOnce(db: SdkDatabase, name: string): Promise<void> {
  await db.createCollection(name).catch((error: { code?: string }) => {
    if (error.code !== 'DATABASE_COLLECTION_ALREADY_EXIST') throw error;
  });
}
