import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { command } from './command';
import { checkReceipt } from './verify/check';
import { reportOf } from './verify/report';

const USAGE = '用法：npm run verify -- 回执文件 [--key 公钥，64 位十六进制]';

/** npm changes into the project's folder and says where it was called. */
const folder = process.env.INIT_CWD ?? process.cwd();

interface Asked {
  file: string;
  publicKey: string | null;
}

/** Null where it cannot be told what is asked: a mistyped key must not pass as no key. */
function asked([file, option, key, ...rest]: readonly string[]): Asked | null {
  if (!file || file.startsWith('--') || rest.length > 0) return null;
  if (option === undefined) return { file, publicKey: null };
  if (option !== '--key' || !key || !/^[0-9a-f]{64}$/i.test(key)) return null;
  return { file, publicKey: key.toLowerCase() };
}

command(async () => {
  const question = asked(process.argv.slice(2));
  if (!question) {
    console.error(USAGE);
    return 1;
  }
  const { file, publicKey } = question;
  const bytes = await readFile(path.resolve(folder, file)).catch(() => null);
  if (!bytes) {
    console.error(`读不到文件：${file}\n${USAGE}`);
    return 1;
  }
  const checked = checkReceipt(bytes, publicKey);
  console.log(reportOf(checked, publicKey !== null));
  return checked.ok ? 0 : 1;
});
