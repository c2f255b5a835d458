import type { ReactNode } from 'react';
import './services/aria-runtime';
import './app.scss';

export default function App({ children }: { children: ReactNode }) {
  return children;
}
