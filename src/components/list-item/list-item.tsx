import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { unbroken } from '@/services/unbroken';
import { Dotted } from '../dotted/dotted';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './list-item.scss';

export interface ListItemProps {
  title: string;
  /** Parts are set apart by ' · '. */
  note?: string;
  icon?: IconName;
  /** At the right: a figure, a tag, a small button. */
  right?: ReactNode;
  /** Tags above the title. */
  tags?: ReactNode;
  /** What the tags say, for whoever hears the row: its label stands in place of what is in it. */
  spoken?: string;
  onTap?: () => void;
}

/** A row of a list; tappable ones show the chevron. */
export function ListItem({ title, note, icon, right, tags, spoken, onTap }: ListItemProps) {
  const row = (
    <>
      {icon && <Icon name={icon} className="list-item-icon" />}
      <View className="list-item-body">
        {tags}
        <View className="list-item-title">
          <Text>{unbroken(title)}</Text>
        </View>
        {note && (
          <View className="list-item-note">
            <Dotted parts={note.split(' · ')} />
          </View>
        )}
      </View>
      {right !== undefined && <View className="list-item-right">{right}</View>}
      {onTap && <Icon name="forward" className="list-item-forward" />}
    </>
  );
  if (!onTap) return <View className="list-item">{row}</View>;
  return (
    <Tap
      className="list-item"
      onTap={onTap}
      role="link"
      label={[title, note, spoken].filter(Boolean).join('，')}
    >
      {row}
    </Tap>
  );
}

/** Rows in one card with hairlines between them. */
export function List({ children }: { children: ReactNode }) {
  return <View className="list">{children}</View>;
}
