import { QueryClient } from '@tanstack/react-query';

/** Retries stand in cloud.ts; offline is ours to say, so react-query must not hold calls back by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 10_000, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});
