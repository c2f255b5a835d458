import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import './services/aria-runtime';
import './app.scss';
import { initCloud } from './services/cloud';
import { queryClient } from './services/query-client';

export default function App({ children }: { children: ReactNode }) {
  useLaunch(initCloud);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
