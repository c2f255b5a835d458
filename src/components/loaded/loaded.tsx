import type { ReactNode } from 'react';
import { ErrorBox } from '../error-box/error-box';
import { Skeleton } from '../skeleton/skeleton';

/** The part of a query that decides what is shown; react-query's result fits. */
export interface Loadable<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => Promise<unknown>;
}

export interface LoadedProps<T> {
  of: Loadable<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Skeleton, then the data, or an error with a way out. What was read once stays while it is read again. */
export function Loaded<T>({ of, skeleton, children }: LoadedProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <ErrorBox error={of.error} onRetry={of.refetch} />;
  return <>{skeleton ?? <Skeleton />}</>;
}
