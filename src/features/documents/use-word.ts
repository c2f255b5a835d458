import type { CallRequest } from '@contract/calls';
import { useState } from 'react';
import { useCommand } from '@/features/calls/use-command';
import { asCallError, type CallError } from '@/services/call-error';
import { openFile } from '@/services/files';

/** Which paper: its kind, what it is about, and of papers that name voters which of them. */
export type PaperAsked = Omit<CallRequest<'documents.show'>, 'clientId'>;

/** Has the Word file made, fetches it and opens it; a failure of either stands in `error`. */
export function useWord(asked: PaperAsked): { open: () => Promise<void>; error: CallError | null } {
  const command = useCommand('documents.word');
  const [notOpened, setNotOpened] = useState<CallError | null>(null);
  const open = async () => {
    setNotOpened(null);
    const file = await command.send(asked);
    if (file) await openFile(file).catch((error: unknown) => setNotOpened(asCallError(error)));
  };
  return { open, error: command.error ?? notOpened };
}
