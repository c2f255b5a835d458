import type { ShiftDetail } from '@contract/shifts';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { timesText } from '@/features/volunteers/record-words';
import { spanText } from '@/features/volunteers/shift-words';
import { StateTimes } from '@/features/volunteers/state-times';
import '@/features/volunteers/volunteers.scss';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** What stands by now, and what is still to come. */
function Done({ shift }: { shift: ShiftDetail }) {
  const { record, title, endsAt } = shift;
  if (record === null || record.inAt === null) return null;
  const out = record.outAt !== null;
  return (
    <Receipt
      title={out ? '您已签退，辛苦了' : '您已签到'}
      lines={[
        { label: '任务', value: title },
        { label: '时间', value: out ? timesText(record) : dateTimeText(record.inAt, serverNow()) },
      ]}
      next={
        out
          ? '时长在“我的时长”里，觉得不对可以提出来。'
          : `${dateTimeText(endsAt, serverNow())}结束，走的时候再来签退。`
      }
    />
  );
}

function Enter({ shift }: { shift: ShiftDetail }) {
  const [code, setCode] = useState('');
  const out = shift.can.checkOut === null;
  const checkIn = useCommand('service.checkIn');
  const checkOut = useCommand('service.checkOut');
  const command = out ? checkOut : checkIn;
  const verb = out ? '签退' : '签到';
  const denied = out ? shift.can.checkOut : shift.can.checkIn;
  const send = async () => {
    if (await command.send({ shiftId: shift.id, code: code.trim() })) setCode('');
  };
  return (
    <>
      <TextInput
        label={`${verb}码`}
        hint="带队的人手机上的6个数字"
        kind="number"
        max={6}
        value={code}
        onChange={setCode}
        error={command.fields.code}
        onConfirm={() => void send()}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={denial(denied) ?? (code.trim() ? undefined : '请输入现场的6个数字')}>
        {verb}
      </Button>
    </>
  );
}

/** Coming and going, by the digits at the place. */
export default function CheckInPage() {
  const id = pageId(useRouter().params);
  const shift = useCall('shifts.detail', { id }, { enabled: id !== '' });
  return (
    <Page
      title="签到、签退"
      bottom={
        shift.data?.record?.outAt && (
          <Button onTap={() => replaceWith('/packages/volunteers/hours/index')}>看我的时长</Button>
        )
      }
    >
      <Loaded of={shift}>
        {(shown) => (
          <>
            <Card>
              <View className="volunteer-head">
                <Text>{shown.title}</Text>
              </View>
              <Text>{`${spanText(shown, serverNow())}，${shown.where}`}</Text>
            </Card>
            <Done shift={shown} />
            {!shown.record?.outAt && <Enter shift={shown} />}
            {shown.startsAt < serverNow() && !shown.record?.outAt && <StateTimes shift={shown} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
