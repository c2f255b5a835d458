import type { BundleFile } from '@contract/seals';
import { keepFile } from '../../../kernel/kept-file';
import { store } from '../../../kernel/reader';
import { chainFile } from '../chain-file';
import { wholeChain } from '../links';

/**
 * The chain of today as a file for `npm run verify -- receipt.json --audit audit.json` (docs/verify.md): hashes of hashes, and no entry
 * (BAL-25). One state of the chain has one file, whoever asks for it.
 */
export async function exportChain(): Promise<BundleFile> {
  const { head, rows } = await wholeChain(store);
  const text = chainFile(head, rows);
  const content = Buffer.from(text);
  const fileId = await keepFile('audit', [text], 'json', content);
  return { fileId, name: `操作记录封存-${head?.number ?? 0}.json`, size: content.length };
}
