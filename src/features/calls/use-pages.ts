import type { CallName, CallOutput, CallRequest } from '@contract/calls';
import type { Page } from '@contract/envelope';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useCallback } from 'react';
import type { CallError } from '@/services/call-error';
import { call } from '@/services/cloud';
import type { UseCallOptions } from './use-call';

type Listed<N extends CallName> = CallOutput<N> extends Page<infer Item> ? Item : never;

/**
 * A list that comes in pages (contract `Page`). `data` is what has been read so far, so that `Loaded` takes it;
 * `more` reads the next page, null at the end; `first` has what the answer says beside the list (counts, `can`).
 */
export function usePages<N extends CallName>(
  name: N,
  input: Omit<CallRequest<N>, 'cursor'>,
  { enabled = true }: Pick<UseCallOptions, 'enabled'> = {},
) {
  const query = useInfiniteQuery<CallOutput<N> & Page<Listed<N>>, CallError>({
    queryKey: [name, 'pages', input],
    queryFn: ({ pageParam }) =>
      call(name, { ...input, cursor: pageParam } as CallRequest<N>) as Promise<
        CallOutput<N> & Page<Listed<N>>
      >,
    enabled,
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
  });
  const { fetchNextPage } = query;
  // The same from one drawing to the next: an effect may wait for it.
  const next = useCallback(() => fetchNextPage(), [fetchNextPage]);
  useDidShow(() => {
    if (enabled && query.isStale && !query.isFetching) void query.refetch();
  });
  return {
    data: query.data?.pages.flatMap((page) => page.items),
    first: query.data?.pages[0],
    error: query.error,
    refetch: query.refetch,
    more: query.hasNextPage ? next : null,
  };
}
