import type { ServiceRecordView } from '@contract/service';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Dotted } from '@/components/dotted/dotted';
import { Tag, Tags } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { meansText, RECORD_STATES, timesText } from './record-words';
import { spanText } from './shift-words';
import './volunteers.scss';

/** What it said before: nobody's hours change without a trace (HOURS-4). */
export function EarlierTimes({ record: { earlier } }: { record: ServiceRecordView }) {
  const now = serverNow();
  return (
    <>
      {earlier.map((version) => (
        <View key={version.at} className="volunteer-side">
          <Text>
            {`原来：${timesText(version)}。${dateTimeText(version.at, now)}由${version.by}改`}
            {version.reason && `，理由：${version.reason}`}
          </Text>
        </View>
      ))}
    </>
  );
}

/** What the volunteer says is wrong, and the answer. */
export function DisputeWords({ record: { dispute } }: { record: ServiceRecordView }) {
  if (!dispute) return null;
  const { text, answer } = dispute;
  return (
    <>
      <View className="volunteer-words">
        <Text>异议：{text}</Text>
      </View>
      {answer ? (
        <View className="volunteer-answer">
          <Text>
            {answer.by}答复：{answer.text}
          </Text>
        </View>
      ) : (
        <View className="volunteer-side">
          <Text>等带队的人答复</Text>
        </View>
      )}
    </>
  );
}

function Dispute({ record }: { record: ServiceRecordView }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('service.dispute');
  if (record.can.dispute !== null) return null;
  return (
    <>
      <Button kind="quiet" size="small" onTap={() => setAsking(true)}>
        记得不对
      </Button>
      {asking && (
        <ReasonSheet
          title="哪里记得不对？"
          text="带队的人和社区会看到，在这里答复您。"
          confirm="提出来"
          draft={`dispute:${record.id}`}
          label="哪里不对"
          placeholder="比如：我是19:00到的，那时候码还没有拿出来"
          error={command.error}
          onSend={(text) => command.send({ id: record.id, text })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** One shift of mine and its minutes. */
export function ServiceRecord({ record }: { record: ServiceRecordView }) {
  const { state, title, placeName, teamName, means, minutesWords } = record;
  const { text, tone, icon } = RECORD_STATES[state];
  const side = [teamName ?? placeName, meansText(means)].filter(Boolean);
  return (
    <Card>
      <Tags>
        <Tag tone={tone} icon={icon}>
          {text}
        </Tag>
        {state === 'done' && <Tag tone="sky">{minutesWords}</Tag>}
      </Tags>
      <View className="volunteer-head">
        <Text>{title}</Text>
      </View>
      <View>
        <Text>{spanText(record, serverNow())}</Text>
      </View>
      {state !== 'no-show' && (
        <View>
          <Text>{timesText(record)}</Text>
        </View>
      )}
      <View className="volunteer-side">
        <Dotted parts={side} />
      </View>
      <EarlierTimes record={record} />
      <DisputeWords record={record} />
      <Dispute record={record} />
    </Card>
  );
}
