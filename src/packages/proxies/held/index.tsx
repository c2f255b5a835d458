import type { EndedProxy, ProxySlip } from '@contract/proxies';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { HeldVotes } from '@/features/proxies/held-votes';
import { scopeText } from '@/features/proxies/proxy-words';
import { denial } from '@/services/messages';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayTimeText } from '@/services/time';

const CODE_LENGTH = 8;

const plain = (code: string) => code.replace(/[\s-]/g, '');

/** What the slip says, before it is taken up. */
function Slip({ slip, code, onDone }: { slip: ProxySlip; code: string; onDone: () => void }) {
  const command = useCommand('proxies.accept');
  const accept = async () => {
    if (await command.send({ code })) onDone();
  };
  return (
    <Receipt
      title={`${slip.principalName}委托您投票`}
      mark="clock"
      lines={[
        { label: '投票人', value: slip.voterLabel },
        { label: '受托人', value: slip.holderName },
        { label: '表决', value: slip.motionTitle },
        { label: '委托什么', value: scopeText(slip.wholeMeeting) },
        { label: '截止', value: dateTimeText(slip.closesAt, serverNow()) },
      ]}
      next="请按委托人的意思投。投的是什么，委托人看得到；委托人自己投了，以他自己的为准。"
    >
      {command.error && <ErrorBox error={command.error} />}
      <Button reason={denial(slip.can.accept)} onTap={accept}>
        接受委托
      </Button>
    </Receipt>
  );
}

function TakeUp() {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [done, setDone] = useState(false);
  const slip = useCall('proxies.slip', { code: asked }, { enabled: asked !== '' });
  const change = (code: string) => {
    setTyped(code);
    setAsked('');
    setDone(false);
  };
  return (
    <Section title="有人委托您投票">
      <TextInput
        label="委托码"
        hint="委托人手机上的 8 位字母和数字"
        value={typed}
        onChange={change}
        max={12}
      />
      {asked === '' && (
        <Button
          kind="plain"
          reason={plain(typed).length === CODE_LENGTH ? undefined : '先把 8 位委托码写全'}
          onTap={() => setAsked(plain(typed))}
        >
          看看委托的是什么
        </Button>
      )}
      {asked !== '' && !done && (
        <Loaded of={slip}>
          {(shown) => <Slip slip={shown} code={asked} onDone={() => setDone(true)} />}
        </Loaded>
      )}
      {done && (
        <Notice tone="leaf" icon="check" title="您接受了委托">
          <Text>到下面的名单里代投。不想代投了，点进去可以退回。</Text>
        </Notice>
      )}
    </Section>
  );
}

/** What a renewed roll took from me, so that nobody waits for a ballot that cannot be cast. */
function Ended({ proxies }: { proxies: readonly EndedProxy[] }) {
  if (proxies.length === 0) return null;
  return (
    <Section title="已经结束，不用代投了">
      {proxies.map(({ proxyId, number, voterLabel, motionTitle, reason, endedAt }) => (
        <Notice key={`${proxyId}:${number}`} tone="brand" icon="warn" title={`${voterLabel}：${motionTitle}`}>
          <Text>
            {reason}。{dayTimeText(endedAt, serverNow())}结束，您不用再代投。
          </Text>
        </Notice>
      ))}
    </Section>
  );
}

/** 我受托的: the code of a new one, and every ballot that I may cast for others. */
export default function HeldPage() {
  const held = useCall('proxies.held', {});
  return (
    <Page title="我受托的">
      <TakeUp />
      <Section title="等您代投和代投过的">
        <Loaded of={held}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon="people" title="现在没有人委托您" text="接受了委托，会排在这里。" />
            ) : (
              <HeldVotes votes={items} titled />
            )
          }
        </Loaded>
      </Section>
      <Ended proxies={held.data?.ended ?? []} />
    </Page>
  );
}
