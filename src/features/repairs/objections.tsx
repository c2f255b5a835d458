import type { ObjectionView, RepairDetail } from '@contract/repairs';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { Tag, Tags } from '@/components/tag/tag';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

interface AskProps {
  repairId: string;
  onClose: () => void;
}

/** A question about the bill. */
export function AskAboutBill({ repairId, onClose }: AskProps) {
  const [text, setText] = useState('');
  const command = useCommand('repairs.object');
  const send = async () => {
    if (await command.send({ id: repairId, text })) onClose();
  };
  return (
    <Confirm
      open
      title="对账单提异议"
      text="大家看得到您问了什么，看不到是谁问的。负责的人答复以后会通知您。"
      confirm="提交异议"
      reason={text.trim() ? undefined : '请写哪里不清楚'}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextArea label="哪里不清楚" value={text} onChange={setText} max={300} error={command.fields.text} />
    </Confirm>
  );
}

function Answer({ repairId, asked, onClose }: AskProps & { asked: ObjectionView }) {
  const [text, setText] = useState('');
  const command = useCommand('repairs.answer');
  const send = async () => {
    if (await command.send({ id: repairId, objectionId: asked.id, text })) onClose();
  };
  return (
    <Confirm
      open
      title="答复这条异议"
      text={asked.text}
      confirm="答复"
      reason={text.trim() ? undefined : '请写答复'}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextArea label="答复" value={text} onChange={setText} max={500} error={command.fields.text} />
    </Confirm>
  );
}

function Row({ asked, onAnswer }: { asked: ObjectionView; onAnswer: () => void }) {
  const { answer } = asked;
  return (
    <Card>
      <Tags>
        <Tag tone={answer ? 'leaf' : 'clay'} icon={answer ? 'check' : 'clock'}>
          {answer ? '已答复' : '等答复'}
        </Tag>
      </Tags>
      <View>
        <Text>{asked.text}</Text>
      </View>
      <View className="repair-small">
        <Text>
          {asked.mine ? '您' : asked.by} · {dateTimeText(asked.at, serverNow())}
        </Text>
      </View>
      {answer && (
        <View>
          <Text>
            {answer.by}答复：{answer.text}
          </Text>
        </View>
      )}
      {asked.can.answer === null && (
        <Button kind="plain" size="small" onTap={onAnswer}>
          答复
        </Button>
      )}
    </Card>
  );
}

/** What neighbours asked about the bill, with the answers. */
export function Objections({ repair }: { repair: RepairDetail }) {
  const [answering, setAnswering] = useState<ObjectionView | null>(null);
  if (repair.objections.length === 0) return null;
  return (
    <Section title="异议和答复" count={String(repair.objections.length)}>
      {repair.objections.map((asked) => (
        <Row key={asked.id} asked={asked} onAnswer={() => setAnswering(asked)} />
      ))}
      {answering && <Answer repairId={repair.id} asked={answering} onClose={() => setAnswering(null)} />}
    </Section>
  );
}
