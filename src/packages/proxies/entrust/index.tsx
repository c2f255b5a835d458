import type { MotionProxies } from '@contract/proxies';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { PaperRow } from '@/features/documents/paper-row';
import { GivenProxyCard } from '@/features/proxies/given-proxy';
import { denial } from '@/services/messages';

const TITLE = '委托别人投票';

const SCOPES = [
  { id: 'one', title: '只委托这一件表决' },
  { id: 'meeting', title: '委托这次会上的全部表决' },
] as const;

function Words({ proxies }: { proxies: MotionProxies }) {
  if (proxies.maxProxies === 0) return null;
  const words = [
    '受托人要先在小程序里认领这里的房屋。物业不能接受委托。',
    `一个人在一件表决里最多接受 ${proxies.maxProxies} 份委托，不能再转托别人。`,
    '代投了会马上告诉您，您看得到投的是什么。',
    '截止前您随时可以自己投，以您自己投的为准；也可以随时收回委托。',
  ];
  return (
    <Card>
      {words.map((one) => (
        <View key={one}>
          <Text>{one}</Text>
        </View>
      ))}
    </Card>
  );
}

interface EntrustProps {
  proxies: MotionProxies;
  entryId: string;
}

interface FormProps extends EntrustProps {
  voter: MotionProxies['given'][number];
}

/** Whom and for what: the name has to be the one that the holder goes by in the app. */
function Form({ proxies, entryId, voter }: FormProps) {
  const [holderName, setHolderName] = useState('');
  const [scope, setScope] = useState<'one' | 'meeting'>('one');
  const command = useCommand('proxies.offer');
  const { motionId } = proxies;
  const offer = () => command.send({ motionId, entryId, wholeMeeting: scope === 'meeting', holderName });
  const reason = denial(voter.can.offer) ?? (holderName.trim() ? undefined : '先写受托人的称呼');
  return (
    <Page
      title={TITLE}
      bottom={
        <Button onTap={offer} reason={reason} busyText="正在写委托…">
          写好委托，生成委托码
        </Button>
      }
    >
      <Notice tone="sky" icon="home" title={voter.label} />
      <TextInput
        label="委托给谁"
        hint="写对方在小程序里的称呼，一个字也不能差"
        value={holderName}
        onChange={setHolderName}
        max={20}
        error={command.fields.holderName}
      />
      {proxies.atMeeting && (
        <Section title="委托什么">
          <ChoiceList label="委托什么" choices={SCOPES} value={scope} onChange={setScope} />
        </Section>
      )}
      {command.error && <ErrorBox error={command.error} />}
      <Words proxies={proxies} />
      <Section title="对方不用手机，或者要签字存档">
        <PaperRow
          title="委托书"
          note="打印出来两个人签字，交给工作人员登记"
          asked={{ kind: 'proxy-form', id: motionId, entryId }}
        />
      </Section>
    </Page>
  );
}

function Entrust({ proxies, entryId }: EntrustProps) {
  const voter = proxies.given.find((one) => one.entryId === entryId);
  if (!voter) {
    return (
      <Page title={TITLE}>
        <Empty
          icon="people"
          title="这一票不是您家的"
          text="只能委托自己家的票。请回到表决页面，从那里委托。"
        />
      </Page>
    );
  }
  const { proxy } = voter;
  if (!proxy || voter.can.offer !== 'PROXY_GIVEN')
    return <Form proxies={proxies} entryId={entryId} voter={voter} />;
  return (
    <Page title={TITLE}>
      <GivenProxyCard key={proxy.number} voter={voter} proxy={proxy} />
      <PaperRow
        title="委托书"
        note="要签字存档的，可以打印"
        asked={{ kind: 'proxy-form', id: proxies.motionId, entryId }}
      />
    </Page>
  );
}

/** Entrusting somebody with one's ballot: the name, the scope, then the code to hand over. */
export default function EntrustPage() {
  const { motionId = '', entryId = '' } = useRouter().params;
  const proxies = useCall(
    'proxies.ofMotion',
    { motionId },
    { enabled: motionId !== '', refreshEvery: 15_000 },
  );
  if (proxies.data) return <Entrust proxies={proxies.data} entryId={entryId} />;
  return (
    <Page title={TITLE}>
      <Loaded of={proxies}>{() => null}</Loaded>
    </Page>
  );
}
