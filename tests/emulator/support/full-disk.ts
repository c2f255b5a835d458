import { once } from 'node:events';
import path from 'node:path';
import { openDatabase } from '../../../emulator/database';
import { OutboxFile } from '../../../emulator/openapi/outbox';
import { FileStore } from '../../../emulator/storage/file-store';

/*
 * Run as a process of its own that may not make a file longer than a limit (`ulimit -f`): a write is cut off there and the next
 * one fails, as on a full disk. Prints what was acknowledged, then `closed`, and lives on until its input ends.
 */

const [part = '', folder = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Short messages, one that does not fit any more, and short ones again. */
function messages(): void {
  const outbox = new OutboxFile(path.join(folder, 'outbox.jsonl'));
  for (const openid of ['a', 'too-long', 'b']) {
    try {
      outbox.accept(openid, openid === 'too-long' ? 'x'.repeat(100_000) : 'T');
      say(openid);
    } catch (error) {
      say(`${openid} ${(error as { code?: string }).code ?? ''}`);
    }
  }
}

async function uploads(): Promise<void> {
  const files = new FileStore(path.join(folder, 'files'), () => 0);
  for (const size of [100, 100_000]) {
    await files.put('a', Buffer.alloc(size, 'x')).then(
      () => say(String(size)),
      (error: unknown) => say(`${size} ${(error as { code?: string }).code ?? ''}`),
    );
  }
}

/** Documents until one is refused. */
async function documents(): Promise<void> {
  const database = await openDatabase({
    file: path.join(folder, 'cloud.db'),
    collections: [{ name: 'things' }],
    now: Date.now,
  });
  for (let n = 0; ; n++) {
    const data = [JSON.stringify({ _id: `new${n}`, text: 'x'.repeat(1000) })];
    const answer = await database.handle({
      action: 'database.insertDocument',
      collectionName: 'things',
      data,
    });
    if ('code' in answer) break;
    say(`new${n}`);
  }
  const read = { action: 'database.getDocument', collectionName: 'things', queryType: 'WHERE' };
  if (!('code' in (await database.handle(read)))) say('answered after a failed write');
  await database.close();
}

async function run(): Promise<void> {
  if (part === 'messages') messages();
  else if (part === 'uploads') await uploads();
  else await documents();
  say('closed');
  await once(process.stdin.resume(), 'end');
}

void run();
