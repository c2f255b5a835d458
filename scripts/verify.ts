import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { command } from './command';
import { claimsToBeBundle, MAX_BUNDLE_BYTES } from './verify/bundle';
import { checkReceipt } from './verify/check';
import { checkBundle } from './verify/check-bundle';
import { inclusionFindings } from './verify/check-inclusion';
import { checkSecret, markInclusion } from './verify/check-secret';
import type { Receipt } from './verify/receipt';
import { reportOf } from './verify/report';
import { bundleReport } from './verify/report-bundle';
import { isSecretBundle } from './verify/secret-bundle';
import { textIn } from './verify/text';

const USAGE = `用法：npm run verify -- 回执文件 [--key 公钥，64 位十六进制]
      npm run verify -- 封存包 [--receipt 回执文件] [--key 公钥，64 位十六进制]`;

/** npm changes into the project's folder and says where it was called. */
const folder = process.env.INIT_CWD ?? process.cwd();

interface Asked {
  file: string;
  receipt: string | null;
  publicKey: string | null;
}

/** Null where it cannot be told what is asked: a mistyped key must not pass as no key. */
function asked([file, ...options]: readonly string[]): Asked | null {
  if (!file || file.startsWith('--') || options.length % 2 > 0) return null;
  const question: Asked = { file, receipt: null, publicKey: null };
  for (let n = 0; n < options.length; n += 2) {
    const [option, value = ''] = options.slice(n, n + 2);
    if (option === '--key' && question.publicKey === null && /^[0-9a-f]{64}$/i.test(value)) {
      question.publicKey = value.toLowerCase();
    } else if (option === '--receipt' && question.receipt === null && value && !value.startsWith('--')) {
      question.receipt = value;
    } else return null;
  }
  return question;
}

/** Null where it cannot be read. What is larger than anything that is checked here is cut off behind its beginning, unread. */
async function bytesOf(file: string): Promise<Uint8Array | null> {
  const place = path.resolve(folder, file);
  try {
    const { size } = await stat(place);
    return size > MAX_BUNDLE_BYTES ? new Uint8Array(MAX_BUNDLE_BYTES + 1) : await readFile(place);
  } catch {
    return null;
  }
}

function verifyReceipt(bytes: Uint8Array, publicKey: string | null): number {
  const checked = checkReceipt(bytes, publicKey);
  console.log(reportOf(checked, publicKey !== null));
  return checked.ok ? 0 : 1;
}

/** The check of a bundle of a named or of a secret vote, and of a receipt in it. */
function checkedAs(bytes: Uint8Array, publicKey: string | null) {
  if (isSecretBundle(textIn(bytes) ?? '')) {
    const checked = checkSecret(bytes, publicKey);
    return {
      reported: { ...checked, secret: true },
      included: (receipt: Receipt) => markInclusion(receipt, checked),
    };
  }
  const checked = checkBundle(bytes, publicKey);
  return {
    reported: { ...checked, secret: false },
    included: (receipt: Receipt) => inclusionFindings(receipt, checked),
  };
}

function verifyBundle(bytes: Uint8Array, receipt: Uint8Array | null, publicKey: string | null): number {
  const { reported, included } = checkedAs(bytes, publicKey);
  const held = receipt && checkReceipt(receipt);
  const { findings } = reported;
  if (held) {
    findings.push(...held.findings.map((one) => ({ ...one, words: `回执：${one.words}` })));
    if (held.ok && held.receipt) findings.push(...included(held.receipt));
  }
  const ok = findings.every(({ holds }) => holds);
  console.log(bundleReport(reported, ok, publicKey !== null));
  return ok ? 0 : 1;
}

command(async () => {
  const question = asked(process.argv.slice(2));
  if (!question) {
    console.error(USAGE);
    return 1;
  }
  const { file, receipt, publicKey } = question;
  const bytes = await bytesOf(file);
  const receiptBytes = receipt === null ? null : await bytesOf(receipt);
  const missing = bytes ? (receipt !== null && !receiptBytes ? receipt : null) : file;
  if (!bytes || missing !== null) {
    console.error(`读不到文件：${missing}\n${USAGE}`);
    return 1;
  }
  if (receipt === null && !claimsToBeBundle(bytes)) return verifyReceipt(bytes, publicKey);
  return verifyBundle(bytes, receiptBytes, publicKey);
});
