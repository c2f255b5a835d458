import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './list-item.scss';

export interface ListItemProps {
  title: string;
  note?: string;
  icon?: IconName;
  /** At the right: a figure, a tag, a small button. */
  right?: ReactNode;
  /** Tags above the title. */
  tags?: ReactNode;
  onTap?: () => void;
}

/** As long as a date with its time: longer parts run on over the end of a line. */
const WHOLE_UNTIL = 14;

/** 「3栋2单元 · 等了8 天」: short parts are not broken, and no line begins with the dot. */
function Note({ text }: { text: string }) {
  const parts = text.split(' · ');
  return (
    <View className="list-item-note">
      {parts.map((part, n) => (
        <Text key={`${n} ${part}`} className={part.length > WHOLE_UNTIL ? '' : 'list-item-part'}>
          {n < parts.length - 1 ? `${part}\u00a0·\u00a0` : part}
        </Text>
      ))}
    </View>
  );
}

/** A row of a list; tappable ones show the chevron. */
export function ListItem({ title, note, icon, right, tags, onTap }: ListItemProps) {
  const row = (
    <>
      {icon && <Icon name={icon} className="list-item-icon" />}
      <View className="list-item-body">
        {tags}
        <View className="list-item-title">
          <Text>{title}</Text>
        </View>
        {note && <Note text={note} />}
      </View>
      {right !== undefined && <View className="list-item-right">{right}</View>}
      {onTap && <Icon name="forward" className="list-item-forward" />}
    </>
  );
  if (!onTap) return <View className="list-item">{row}</View>;
  return (
    <Tap className="list-item" onTap={onTap} role="link" label={note ? `${title}，${note}` : title}>
      {row}
    </Tap>
  );
}

/** Rows in one card with hairlines between them. */
export function List({ children }: { children: ReactNode }) {
  return <View className="list">{children}</View>;
}
