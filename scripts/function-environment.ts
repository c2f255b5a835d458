import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a deployment sets in the functions' environment (docs/deploy.md). */
export type FunctionEnvironment = Record<'YARD_ADMIN_CODE' | 'YARD_PHONE_KEY' | 'YARD_SIGNING_KEY', string>;

const makeSecrets = (): FunctionEnvironment => ({
  // One time: whoever signs in with it first is the first administrator.
  YARD_ADMIN_CODE: randomBytes(12).toString('base64url'),
  // 32 bytes in base64: phone numbers in the database are encrypted with it.
  YARD_PHONE_KEY: randomBytes(32).toString('base64'),
  // An Ed25519 seed, 32 bytes in base64: receipts of ballots are signed with it (docs/verify.md).
  YARD_SIGNING_KEY: randomBytes(32).toString('base64'),
});

/**
 * The secrets of one data folder, made at its first start: without them its data cannot be read again. One that an earlier
 * version did not know yet is added to those that are kept.
 */
export async function functionEnvironment(dataDir: string): Promise<FunctionEnvironment> {
  const file = path.join(dataDir, 'secrets.json');
  const kept = await readFile(file, 'utf8').catch(() => '');
  const known = kept ? (JSON.parse(kept) as Partial<FunctionEnvironment>) : {};
  const secrets: FunctionEnvironment = { ...makeSecrets(), ...known };
  if (Object.keys(secrets).every((name) => name in known)) return secrets;
  await mkdir(dataDir, { recursive: true });
  // Aside first: a file broken off in the middle would take the kept secrets with it.
  const aside = `${file}.new`;
  await writeFile(aside, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(aside, file);
  return secrets;
}
