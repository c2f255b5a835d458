import type { ReportView } from '@contract/volunteers';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ListItem } from '@/components/list-item/list-item';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

/** Where I reported in; ended by myself alone. */
export function Report({ report: { placeId, placeName, kindLabel, unit, at } }: { report: ReportView }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('volunteers.endReport');
  const end = async () => {
    if (await command.send({ placeId })) setAsking(false);
  };
  return (
    <Card>
      <ListItem
        icon="place"
        title={placeName}
        note={[kindLabel, unit, `${dateText(at, serverNow())}报到`].join(' · ')}
      />
      <Button kind="quiet" size="small" label={`取消报到：${placeName}`} onTap={() => setAsking(true)}>
        取消报到
      </Button>
      <Confirm
        open={asking}
        danger
        title={`不在${placeName}报到了吗？`}
        text="以后看不到那里的任务。已经报名的班不会退，来不了请到班里退出；做过的时长都在。"
        confirm="取消报到"
        error={command.error}
        onConfirm={end}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}
