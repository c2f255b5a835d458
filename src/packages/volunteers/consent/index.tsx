import type { CodedVolunteer } from '@contract/volunteers';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { CorrectBornDay, RecordConsent } from '@/features/volunteers/guardian';
import { bornText } from '@/features/volunteers/day-of-birth';
import '@/features/volunteers/volunteers.scss';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

function Found({ volunteer, code }: { volunteer: CodedVolunteer; code: string }) {
  const { name, bornOn, guardian, can } = volunteer;
  return (
    <>
      <Card>
        <View className="volunteer-head">
          <Text>{name}</Text>
        </View>
        <Text>{bornOn ? `${bornText(bornOn)}出生` : '还没有填出生日期，请他先填'}</Text>
      </Card>
      {guardian && (
        <Notice tone="leaf" icon="check" title={`监护人${guardian.name}已经同意`}>
          <Text>{`${dateText(guardian.at, serverNow())}登记${guardian.dataToo ? '，也同意使用信息' : ''}。重新登记以新的为准。`}</Text>
        </Notice>
      )}
      <RecordConsent key={guardian?.at} volunteer={volunteer} code={code} />
      {bornOn && can.correct === null && <CorrectBornDay code={code} />}
    </>
  );
}

function Lookup({ code }: { code: string }) {
  const volunteer = useCall('volunteers.byCode', { code });
  return <Loaded of={volunteer}>{(shown) => <Found volunteer={shown} code={code} />}</Loaded>;
}

/** An office puts down from the signed paper that a guardian agrees (TASK-5). */
export default function ConsentPage() {
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const complete = /^\d{8}$/.test(typed.trim());
  return (
    <Page title="监护人同意">
      <TextInput
        label="志愿者码"
        hint="志愿者在“我的志愿档案”里看得到，8个数字"
        kind="number"
        max={8}
        value={typed}
        onChange={setTyped}
        onConfirm={() => complete && setCode(typed.trim())}
      />
      {code === typed.trim() && complete ? (
        <Lookup code={code} />
      ) : (
        <Button onTap={() => setCode(typed.trim())} reason={complete ? undefined : '请输入8个数字'}>
          找到这位志愿者
        </Button>
      )}
    </Page>
  );
}
