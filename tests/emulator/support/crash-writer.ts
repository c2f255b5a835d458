import path from 'node:path';
import { openDatabase } from '../../../emulator/database';
import { OutboxFile } from '../../../emulator/openapi/outbox';
import { FileStore } from '../../../emulator/storage/file-store';
import type { WireAnswer } from '../../../emulator/wire';

/*
 * Run as a process of its own: writes without end into the file that it is given and beside it, and prints what was acknowledged,
 * one line each, until it is killed or, when a number is given, after so many rounds. Single documents, transfers in a
 * transaction that keep the sum of two accounts, uploads that overwrite one of three files, and messages.
 */

const [file = '', run = '', rounds = 'Infinity'] = process.argv.slice(2);
const files = new FileStore(path.join(path.dirname(file), 'files'), () => 0);
const outbox = new OutboxFile(path.join(path.dirname(file), 'outbox.jsonl'));
const opening = openDatabase({
  file,
  collections: [{ name: 'singles' }, { name: 'accounts' }],
  now: Date.now,
});

async function ask(
  action: string,
  body: Record<string, unknown> = {},
): Promise<Exclude<WireAnswer, { code: string }>> {
  const database = await opening;
  const answer = await database.handle({ action: `database.${action}`, ...body });
  if ('code' in answer) throw new Error(`${answer.code} ${answer.message}`);
  return answer;
}

async function single(n: number): Promise<void> {
  const id = `${run}-${n}`;
  await ask('insertDocument', { collectionName: 'singles', data: [JSON.stringify({ _id: id })] });
  process.stdout.write(`single ${id}\n`);
}

async function transfer(pair: number, amount: number): Promise<void> {
  const { transactionId } = await ask('startTransaction');
  const step = async (side: string, by: number) => {
    await ask('modifyDocument', {
      transactionId,
      collectionName: 'accounts',
      queryType: 'DOC',
      query: JSON.stringify({ _id: `${run}-${pair}-${side}` }),
      data: JSON.stringify({ $inc: { balance: by, moves: 1 } }),
      multi: false,
      merge: true,
      upsert: true,
    });
  };
  await step('left', -amount);
  await step('right', amount);
  await ask('commitTransaction', { transactionId });
  process.stdout.write(`transfer ${run}-${pair}\n`);
}

async function upload(n: number): Promise<void> {
  await files.put(`file-${n % 3}`, Buffer.from(`${run} ${n}`.repeat(500)));
  process.stdout.write(`upload ${n % 3}:${n}\n`);
}

function send(n: number): void {
  const openid = `${run}-${n}`;
  outbox.accept(openid, 'T');
  outbox.send({ openid, templateId: 'T', data: { thing1: 'a' }, sentAt: n });
  process.stdout.write(`message ${openid}\n`);
}

async function writeOnAndOn(): Promise<void> {
  for (let n = 0; n < Number(rounds) * 20; n += 20) {
    const singles = Array.from({ length: 20 }, (_, offset) => single(n + offset));
    const transfers = [0, 1, 2, 3].map((pair) => transfer(pair, n + pair));
    send(n);
    await Promise.all([...singles, ...transfers, upload(n / 20)]);
  }
  await (await opening).close();
}

void writeOnAndOn();
