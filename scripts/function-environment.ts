import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a deployment sets in the functions' environment (docs/deploy.md). */
export type FunctionEnvironment = Record<'YARD_ADMIN_CODE' | 'YARD_PHONE_KEY', string>;

const makeSecrets = (): FunctionEnvironment => ({
  // One time: whoever signs in with it first is the first administrator.
  YARD_ADMIN_CODE: randomBytes(12).toString('base64url'),
  // 32 bytes in base64: phone numbers in the database are encrypted with it.
  YARD_PHONE_KEY: randomBytes(32).toString('base64'),
});

/** The secrets of one data folder, made at its first start: without them its data cannot be read again. */
export async function functionEnvironment(dataDir: string): Promise<FunctionEnvironment> {
  const file = path.join(dataDir, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return JSON.parse(kept) as FunctionEnvironment;
  const secrets = makeSecrets();
  await mkdir(dataDir, { recursive: true });
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
