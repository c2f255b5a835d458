import { View } from '@tarojs/components';
import type { TaroElement } from '@tarojs/runtime';
import { type ReactNode, createContext, useContext, useState } from 'react';
import { createPortal } from 'react-dom';

/** Null until the page is drawn; undefined where there is no page around. */
const Host = createContext<TaroElement | null | undefined>(undefined);

/** Where the sheets of a page are drawn: beside its content, wherever in it they were opened. */
export function SheetHost({ children }: { children: ReactNode }) {
  const [host, setHost] = useState<TaroElement | null>(null);
  return (
    <Host.Provider value={host}>
      {children}
      <View ref={setHost} />
    </Host.Provider>
  );
}

/**
 * Draws a sheet in the page's host. A field inside a sheet opens one of its own: what is fixed inside something that scrolls is cut
 * off on iPhones, and WeChat's templates end after sixteen levels of elements.
 */
export function OverPage({ children }: { children: ReactNode }) {
  const host = useContext(Host);
  if (host === undefined) throw new Error('A sheet needs a <Page> around it.');
  return host && createPortal(children, host);
}
