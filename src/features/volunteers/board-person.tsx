import type { Board, BoardRow } from '@contract/service';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Confirm } from '@/components/sheet/confirm';
import { Tag, Tags } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { RECORD_STATES, timesText } from './record-words';
import { RecordTimes } from './record-times';
import { DisputeWords, EarlierTimes } from './service-record';
import type { Marked } from './shift-words';
import './volunteers.scss';

interface RowProps {
  row: BoardRow;
  board: Board;
}

const CLAIMS: Record<BoardRow['claim'], Marked> = {
  taken: { text: '还没到', tone: 'stone', icon: 'circle' },
  offered: { text: '轮到了，等答复', tone: 'clay', icon: 'clock' },
  waiting: { text: '候补', tone: 'stone', icon: 'clock' },
  late: { text: '临时退出', tone: 'clay', icon: 'cross' },
};

interface SheetProps extends RowProps {
  onClose: () => void;
}

function NoShow({ row, board, onClose }: SheetProps) {
  const command = useCommand('service.noShow');
  const mark = async () => {
    if (await command.send({ shiftId: board.shiftId, id: row.id })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title={`记${row.name}没有来？`}
      text="他会收到消息，觉得不对可以提出来。"
      confirm="记没有来"
      error={command.error}
      onConfirm={mark}
      onClose={onClose}
    />
  );
}

function Answer({ row, onClose }: SheetProps) {
  const command = useCommand('service.answerDispute');
  const id = row.record?.id ?? row.id;
  return (
    <ReasonSheet
      title={`答复${row.name}`}
      text="时间要改的，请先改时间，再来答复。"
      confirm="答复"
      draft={`answer-dispute:${id}`}
      label="答复"
      error={command.error}
      onSend={(text) => command.send({ id, text })}
      onClose={onClose}
    />
  );
}

/** What the times are called that a leader puts down. */
function recordWord(row: BoardRow): string {
  if (row.record?.state === 'stated') return '确认时间';
  return row.record ? '改时间' : '记到岗';
}

/** One person of the arrival board: where they are, and what the leader can put down. */
export function BoardPerson({ row, board }: RowProps) {
  const [sheet, setSheet] = useState<'times' | 'no-show' | 'answer' | null>(null);
  const { record, name, claim, reason, can } = row;
  const { text, tone, icon } = record ? RECORD_STATES[record.state] : CLAIMS[claim];
  const close = () => setSheet(null);
  return (
    <Card tone={record?.state === 'stated' ? 'clay' : 'plain'}>
      <Tags>
        <Tag tone={tone} icon={icon}>
          {text}
        </Tag>
        {record?.state === 'done' && <Tag tone="sky">{record.minutesWords}</Tag>}
      </Tags>
      <View className="volunteer-head">
        <Text>{name}</Text>
      </View>
      {record && record.state !== 'no-show' && <Text>{timesText(record)}</Text>}
      {reason && <Text>原因：{reason}</Text>}
      {record && <EarlierTimes record={record} />}
      {record && <DisputeWords record={record} />}
      <View className="volunteer-turns">
        {can.record === null && (
          <Button
            kind={record?.state === 'stated' ? 'main' : 'plain'}
            size="small"
            label={`${recordWord(row)}：${name}`}
            onTap={() => setSheet('times')}
          >
            {recordWord(row)}
          </Button>
        )}
        {can.noShow === null && (
          <Button kind="plain" size="small" label={`没有来：${name}`} onTap={() => setSheet('no-show')}>
            没有来
          </Button>
        )}
        {record?.can.answerDispute === null && (
          <Button kind="plain" size="small" label={`答复：${name}`} onTap={() => setSheet('answer')}>
            答复异议
          </Button>
        )}
      </View>
      {sheet === 'times' && <RecordTimes row={row} board={board} onClose={close} />}
      {sheet === 'no-show' && <NoShow row={row} board={board} onClose={close} />}
      {sheet === 'answer' && <Answer row={row} board={board} onClose={close} />}
    </Card>
  );
}
