import type { CallInput } from '@contract/calls';
import type { PrintedDocument } from '@contract/documents';
import type { Context } from '../../../kernel/context';
import { printed } from '../papers';

/** What the printable page shows (DOC-11). */
export async function showDocument(
  context: Context,
  { clientId: _once, ...asked }: CallInput<'documents.show'>,
): Promise<PrintedDocument> {
  return printed(context, asked);
}
