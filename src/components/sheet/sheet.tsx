import { ScrollView, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from '@/services/aria';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import { OverPage } from './sheet-host';
import { useEscape } from './use-escape';
import './sheet.scss';

export interface SheetProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons that stay in reach below what scrolls. */
  actions?: ReactNode;
}

/** A sheet from below over the page. Closed by its cross or the shade; it never opens by itself. */
export function Sheet({ open, title, onClose, children, actions }: SheetProps) {
  useEscape(open, onClose);
  if (!open) return null;
  return (
    <OverPage>
      <View className="sheet" catchMove>
        <View className="sheet-shade" onClick={onClose} {...aria({ hidden: true })} />
        <View className="sheet-panel" {...aria({ role: 'dialog', label: title })}>
          <View className="sheet-head">
            <View className="sheet-title">
              <Text>{title}</Text>
            </View>
            <Tap className="sheet-close" onTap={onClose} label="关闭">
              <Icon name="close" />
            </Tap>
          </View>
          <ScrollView scrollY className="sheet-scroll">
            <View className="sheet-content">{children}</View>
          </ScrollView>
          {actions && <View className="sheet-actions">{actions}</View>}
        </View>
      </View>
    </OverPage>
  );
}
