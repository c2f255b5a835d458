import { View } from '@tarojs/components';
import { type ReactNode, Suspense, lazy } from 'react';
import { rootFontPx, useElder } from '@/services/elder';
import { useOnline } from '@/services/network';
import { SheetHost } from '../sheet/sheet-host';
import { Notice } from '../notice/notice';
import { TabBar, type TabName } from '../tab-bar/tab-bar';
import { TitleBar } from '../title-bar/title-bar';
import { PageBoundary } from './page-boundary';
import { RootFont } from './root-font';
import './page.scss';

const PersonSwitch = LOCAL_BUILD
  ? lazy(() => import('../person-switch/person-switch').then((room) => ({ default: room.PersonSwitch })))
  : null;

export interface PageProps {
  /** Where am I: stands in the title bar. */
  title: string;
  /** A tab page: no way back, the tab bar below. */
  tab?: TabName;
  /** In the title bar instead of the title (home's community switch). */
  head?: ReactNode;
  /** What can I do now: the one main action, always in reach at the bottom. */
  bottom?: ReactNode;
  children?: ReactNode;
}

/** The frame of every screen: title bar, content, action bar; the elder version and the offline notice. */
export function Page({ title, tab, head, bottom, children }: PageProps) {
  const elder = useElder();
  const online = useOnline();
  return (
    <View className={`yard page ${elder ? 'elder' : ''}`}>
      <RootFont px={rootFontPx(elder)} />
      <SheetHost>
        {PersonSwitch && (
          <Suspense fallback={null}>
            <PersonSwitch />
          </Suspense>
        )}
        <TitleBar title={title} head={head} back={!tab} />
        <View className="page-content">
          {!online && <Notice tone="clay" icon="offline" title="手机没有网络。看到的可能不是最新的。" />}
          <PageBoundary>{children}</PageBoundary>
        </View>
        <View className="page-foot">
          {bottom && <View className="page-action">{bottom}</View>}
          {tab && <TabBar current={tab} />}
        </View>
      </SheetHost>
    </View>
  );
}
