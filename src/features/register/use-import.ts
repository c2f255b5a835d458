import type { ImportView } from '@contract/register-import';
import { useEffect, useRef } from 'react';
import { useCommand } from '@/features/calls/use-command';

/**
 * Uses an import. One call brings in as much as it may; while the import says that it is not whole, the next call follows, also for
 * whoever comes back to the page. A call that fails ends it, until the person taps again.
 */
export function useImport(shown: ImportView) {
  const commit = useCommand('members.commitImport');
  const proceed = useCommand('members.continueImport');
  const { id: importId, state } = shown;
  const failed = proceed.error !== null;
  const done = shown.progress?.done ?? 0;
  const goOn = useRef(proceed.send);
  goOn.current = proceed.send;
  useEffect(() => {
    if (state === 'applying' && !failed) void goOn.current({ importId });
  }, [importId, state, failed, done]);
  return {
    error: commit.error ?? proceed.error,
    commit: () => commit.send({ importId }),
    goOn: () => proceed.send({ importId }),
  };
}
