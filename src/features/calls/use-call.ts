import type { CallName, CallOutput, CallRequest } from '@contract/calls';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { call } from '@/services/cloud';
import type { CallError } from '@/services/call-error';

export interface UseCallOptions {
  /** False while an id is not known yet. */
  enabled?: boolean;
  /** ms between readings while the page is open, for what changes by itself (a running vote, a live meeting). */
  refreshEvery?: number;
}

/**
 * Reads one call. `input` is part of the key; the same reading on another page is shared. Read again when the
 * page comes back into sight and what it shows is older than ten seconds.
 */
export function useCall<N extends CallName>(
  name: N,
  input: CallRequest<N>,
  { enabled = true, refreshEvery }: UseCallOptions = {},
): UseQueryResult<CallOutput<N>, CallError> {
  const query = useQuery<CallOutput<N>, CallError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    refetchInterval: refreshEvery,
  });
  useDidShow(() => {
    if (enabled && query.isStale && !query.isFetching) void query.refetch();
  });
  return query;
}
