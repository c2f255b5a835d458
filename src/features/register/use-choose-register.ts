import { useState } from 'react';
import { useCommand } from '@/features/calls/use-command';
import { asCallError, type CallError } from '@/services/call-error';
import { uploadRegister } from '@/services/cloud';
import { chooseTable } from '@/services/files';
import { open } from '@/services/navigate';

const NAME = 120;

/** Lets a file be chosen, sends it, and opens its preview: on top of this page, or in its place. */
export function useChooseRegister(placeId: string, show: typeof open = open) {
  const preview = useCommand('members.previewImport');
  const [failure, setFailure] = useState<CallError | null>(null);
  const choose = async () => {
    setFailure(null);
    const file = await chooseTable();
    if (!file) return;
    try {
      const fileId = await uploadRegister(file);
      const shown = await preview.send({ placeId, fileId, fileName: file.name.slice(-NAME) });
      if (shown) show('/packages/register/preview/index', { id: shown.id });
    } catch (error) {
      setFailure(asCallError(error));
    }
  };
  return { choose, error: failure ?? preview.error };
}
