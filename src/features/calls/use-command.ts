import type { CallName, CallOutput, CallRequest } from '@contract/calls';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type CallError, asCallError } from '@/services/call-error';
import { newClientId } from '@/services/client-id';
import { call } from '@/services/cloud';

/** A call's input without the id that the hook chooses. */
export type CommandInput<N extends CallName> = Omit<CallRequest<N>, 'clientId'>;

export interface Command<N extends CallName> {
  /** Resolves with the answer, or null after a failure, which then stands in `error`; it never rejects. */
  send: (input: CommandInput<N>) => Promise<CallOutput<N> | null>;
  error: CallError | null;
  /** Sentences for input fields, by path. */
  fields: Record<string, string>;
  clear: () => void;
}

/**
 * Changes something, once. Tried again with the same words it keeps its clientId, so that a lost answer
 * cannot do it twice; other words are another id. Afterwards everything read before is read again.
 */
export function useCommand<N extends CallName>(name: N): Command<N> {
  const client = useQueryClient();
  const [error, setError] = useState<CallError | null>(null);
  const last = useRef({ words: '', clientId: '' });

  const clientIdFor = (input: CommandInput<N>) => {
    const words = JSON.stringify(input);
    if (words !== last.current.words) last.current = { words, clientId: newClientId() };
    return last.current.clientId;
  };

  const send = async (input: CommandInput<N>) => {
    setError(null);
    try {
      const answer = await call(name, { ...input, clientId: clientIdFor(input) } as CallRequest<N>);
      last.current = { words: '', clientId: '' };
      await client.invalidateQueries();
      return answer;
    } catch (failure) {
      const refused = asCallError(failure);
      setError(refused);
      // What was shown may not be so any more, as when somebody was faster: the next try is made on what stands now.
      if (refused.requestId && refused.code !== 'INVALID_INPUT') void client.invalidateQueries();
      return null;
    }
  };

  return { send, error, fields: error?.fields ?? {}, clear: () => setError(null) };
}
