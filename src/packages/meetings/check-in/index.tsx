import type { MeetingDetail } from '@contract/meetings';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { whenAndWhere } from '@/features/meetings/meeting-words';
import { replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, spokenTime } from '@/services/time';
import './index.scss';

/** From the mini-program code at the door ('<meeting>.<code>'), or from the meeting's page (`id`). */
function scanned(params: { id?: string; scene?: string }): { id: string; code: string } {
  const [id = '', code = ''] = parameterText(params.scene ?? '').split('.');
  return params.id ? { id: params.id, code: '' } : { id, code };
}

function Done({ meeting, at }: { meeting: MeetingDetail; at: number }) {
  return (
    <Receipt
      title="您已报到"
      lines={[
        { label: '会议', value: meeting.title },
        { label: '时间', value: dateTimeText(at, serverNow()) },
        { label: '地点', value: meeting.venue },
      ]}
      next={`已有 ${meeting.attendance} 人、${meeting.attendanceHomes} 户报到`}
    />
  );
}

function Form({ meeting, code: given }: { meeting: MeetingDetail; code: string }) {
  const [code, setCode] = useState(given);
  const command = useCommand('meetings.checkIn');
  const send = () => command.send({ id: meeting.id, code: code.trim() });
  const sentByScan = useRef(false);
  useEffect(() => {
    // Scanning the code is the act of checking in: nothing more to type.
    if (!given || sentByScan.current) return;
    sentByScan.current = true;
    void send();
  });
  const now = serverNow();
  return (
    <>
      <Card>
        <View className="check-in-title">
          <Text>{meeting.title}</Text>
        </View>
        <Text>{whenAndWhere(meeting)}</Text>
      </Card>
      {meeting.can.checkIn !== null && now < meeting.checkInOpensAt && (
        <Notice tone="clay" icon="clock" title={`${spokenTime(meeting.checkInOpensAt, now)}开始报到`} />
      )}
      <TextInput
        label="报到码"
        hint="会场门口写着的6个数字"
        kind="number"
        value={code}
        onChange={setCode}
        error={command.fields.code}
        onConfirm={() => void send()}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={code.trim() ? undefined : '请输入门口的6个数字'}>
        报到
      </Button>
    </>
  );
}

/** Checking in at the door, by scanning or by typing. */
export default function CheckInPage() {
  const { id, code } = scanned(useRouter().params);
  const meeting = useCall('meetings.detail', { id }, { enabled: id !== '' });
  return (
    <Page
      title="报到"
      bottom={
        meeting.data?.checkedInAt && (
          <Button onTap={() => replaceWith('/packages/meetings/detail/index', { id })}>看会议议题</Button>
        )
      }
    >
      <Loaded of={meeting}>
        {(shown) =>
          shown.checkedInAt === null ? (
            <Form meeting={shown} code={code} />
          ) : (
            <Done meeting={shown} at={shown.checkedInAt} />
          )
        }
      </Loaded>
    </Page>
  );
}
