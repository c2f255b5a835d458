import type { ActionItemView, ResolutionDetail } from '@contract/resolutions';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { PersonLine } from '@/components/person-line/person-line';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { PhotoCheck } from '@/features/photos/photo-check';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayText } from '@/services/time';
import { AddItem } from './add-item';
import { Reassign } from './reassign';
import { Report } from './report';
import './resolution.scss';

function stateTag(item: ActionItemView) {
  if (item.state === 'confirmed') return <Tag tone="leaf">已办结</Tag>;
  if (item.state === 'done') return <Tag tone="leaf">办完了</Tag>;
  return item.overdue ? <Tag tone="brand">已超期</Tag> : <Tag tone="clay">在办</Tag>;
}

interface ItemProps {
  item: ActionItemView;
  onReport: () => void;
  onReassign: () => void;
}

function Item({ item, onReport, onReassign }: ItemProps) {
  const now = serverNow();
  return (
    <Card>
      <Tags>{stateTag(item)}</Tags>
      <View className="resolution-item-title">
        <Text>{item.title}</Text>
      </View>
      <PersonLine label="由" name={item.responsible.label} since={`${dayText(item.dueOn, now)}前完成`} />
      {item.progress.map((step) => (
        <View key={step.at} className="resolution-step">
          <View className="resolution-small">
            <Text>
              {dateTimeText(step.at, now)} · {step.by}
            </Text>
          </View>
          <Text>{step.text}</Text>
          <PhotoGrid photos={step.photos.map((fileId) => ({ fileId }))} label={item.title} />
          <PhotoCheck photos={step.photos} />
        </View>
      ))}
      {item.can.report === null && (
        <Button kind="plain" onTap={onReport}>
          报进展
        </Button>
      )}
      {item.can.reassign === null && (
        <Button kind="plain" onTap={onReassign}>
          改交别人办
        </Button>
      )}
    </Card>
  );
}

/** The work that follows from the decision: who, by when, how far, with photos. */
export function ActionItems({ resolution }: { resolution: ResolutionDetail }) {
  const [reporting, setReporting] = useState<string | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const item = resolution.items.find((one) => one.id === reporting);
  const moved = resolution.items.find((one) => one.id === moving);
  if (resolution.outcome !== 'passed') return null;
  return (
    <Section title="要办的事" count={`${resolution.items.length} 件`}>
      {resolution.items.length === 0 && (
        <Empty icon="clock" title="还没有交办" text="公示期间社区会定下由谁办、什么时候办完。" />
      )}
      {resolution.items.map((one) => (
        <Item
          key={one.id}
          item={one}
          onReport={() => setReporting(one.id)}
          onReassign={() => setMoving(one.id)}
        />
      ))}
      {resolution.can.addItem === null && (
        <Button kind="plain" icon="plus" onTap={() => setAdding(true)}>
          交办一件事
        </Button>
      )}
      {adding && <AddItem resolution={resolution} onClose={() => setAdding(false)} />}
      {moved && <Reassign resolution={resolution} item={moved} onClose={() => setMoving(null)} />}
      {item && <Report resolution={resolution} item={item} onClose={() => setReporting(null)} />}
    </Section>
  );
}
