import type { PrintedDocument } from '@contract/documents';

/** A paper as a Word file. The library is loaded when it is first needed: every cold start of the function would wait for it. */
export async function wordBytes(paper: PrintedDocument): Promise<Buffer> {
  const { bytesOf } = await import('./pages');
  return bytesOf(paper);
}
