import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { command } from './command';
import { claimsToBeBundle, MAX_BUNDLE_BYTES } from './verify/bundle';
import { checkReceipt } from './verify/check';
import { checkBundle } from './verify/check-bundle';
import { inclusionFindings } from './verify/check-inclusion';
import { chainFindings } from './verify/check-chain';
import { checkSecret, markInclusion } from './verify/check-secret';
import type { Receipt } from './verify/receipt';
import { reportOf } from './verify/report';
import { bundleReport } from './verify/report-bundle';
import { isSecretBundle } from './verify/secret-bundle';
import { textIn } from './verify/text';

const USAGE = `用法：npm run verify -- 回执文件 [--audit 操作记录封存文件] [--key 公钥，64 位十六进制]
      npm run verify -- 封存包 [--receipt 回执文件] [--audit 操作记录封存文件] [--key 公钥，64 位十六进制]`;

/** npm changes into the project's folder and says where it was called. */
const folder = process.env.INIT_CWD ?? process.cwd();

interface Asked {
  file: string;
  receipt: string | null;
  audit: string | null;
  publicKey: string | null;
}

const isFile = (value: string) => value !== '' && !value.startsWith('--');

/** Null where it cannot be told what is asked: a mistyped key must not pass as no key. */
function asked([file, ...options]: readonly string[]): Asked | null {
  if (!file || file.startsWith('--') || options.length % 2 > 0) return null;
  const question: Asked = { file, receipt: null, audit: null, publicKey: null };
  for (let n = 0; n < options.length; n += 2) {
    const [option, value = ''] = options.slice(n, n + 2);
    if (option === '--key' && question.publicKey === null && /^[0-9a-f]{64}$/i.test(value)) {
      question.publicKey = value.toLowerCase();
    } else if (option === '--receipt' && question.receipt === null && isFile(value)) {
      question.receipt = value;
    } else if (option === '--audit' && question.audit === null && isFile(value)) {
      question.audit = value;
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

/** The files that were named, read; those that were not: null. */
interface Given {
  bytes: Uint8Array;
  receipt: Uint8Array | null;
  audit: Uint8Array | null;
}

/** What was read, or the name of a file that cannot be. */
async function givenFor({ file, receipt, audit }: Asked): Promise<Given | string> {
  const read = (name: string | null) => (name === null ? null : bytesOf(name));
  const [bytes, receiptBytes, auditBytes] = await Promise.all([read(file), read(receipt), read(audit)]);
  if (!bytes) return file;
  if (receipt !== null && !receiptBytes) return receipt;
  if (audit !== null && !auditBytes) return audit;
  return { bytes, receipt: receiptBytes, audit: auditBytes };
}

function verifyReceipt({ bytes, audit }: Given, publicKey: string | null): number {
  const checked = checkReceipt(bytes, publicKey);
  if (audit && checked.ok) checked.findings.push(...chainFindings(audit, checked.receipt?.audit, '回执'));
  const ok = checked.findings.every(({ holds }) => holds);
  console.log(reportOf(checked, publicKey !== null, audit !== null));
  return ok ? 0 : 1;
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

function verifyBundle({ bytes, receipt, audit }: Given, publicKey: string | null): number {
  const { reported, included } = checkedAs(bytes, publicKey);
  const held = receipt && checkReceipt(receipt);
  const { findings } = reported;
  if (held) {
    findings.push(...held.findings.map((one) => ({ ...one, words: `回执：${one.words}` })));
    if (held.ok && held.receipt) findings.push(...included(held.receipt));
  }
  if (audit && reported.header) findings.push(...chainFindings(audit, reported.header.audit, '封存包'));
  if (audit && held?.ok) findings.push(...chainFindings(audit, held.receipt?.audit, '回执').slice(-1));
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
  const { publicKey } = question;
  const given = await givenFor(question);
  if (typeof given === 'string') {
    console.error(`读不到文件：${given}\n${USAGE}`);
    return 1;
  }
  if (question.receipt === null && !claimsToBeBundle(given.bytes)) return verifyReceipt(given, publicKey);
  return verifyBundle(given, publicKey);
});
