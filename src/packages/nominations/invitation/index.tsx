import type { Invitation } from '@contract/nominations';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { STATES } from '@/features/nominations/nomination-words';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import '@/features/nominations/nominations.scss';

const CODE = /^\d{8}$/;

function Answer({ invitation, code }: { invitation: Invitation; code: string }) {
  const command = useCommand('nominations.answer');
  const { id, minor, can } = invitation;
  const reason = can.answer ? messages[can.answer] : undefined;
  const send = (agree: boolean) => () => command.send({ id, code, agree });
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button reason={reason} note={minor ? '请监护人来点' : '社区核实以后，大家看得到'} onTap={send(true)}>
        {minor ? '我是监护人，同意' : '我同意'}
      </Button>
      {!reason && (
        <Button kind="plain" onTap={send(false)}>
          不同意
        </Button>
      )}
    </>
  );
}

function Shown({ invitation, code }: { invitation: Invitation; code: string }) {
  const { roundId, roundTitle, purpose, name, where, reason, state } = invitation;
  return (
    <>
      <Card>
        <Tags>
          <Tag tone={STATES[state].tone}>{STATES[state].text}</Tag>
        </Tags>
        <View className="nominations-name">
          <Text>
            {roundTitle}：{name}（{where}）
          </Text>
        </View>
        <View className="nominations-words">
          <Text>{purpose}</Text>
        </View>
        <View className="nominations-words">
          <Text>推荐的理由：{reason}</Text>
        </View>
      </Card>
      {state === 'asked' ? (
        <Answer invitation={invitation} code={code} />
      ) : (
        <Button kind="plain" onTap={() => open('/packages/nominations/round/index', { id: roundId })}>
          看这次评选
        </Button>
      )}
    </>
  );
}

function Asked({ code }: { code: string }) {
  const invitation = useCall('nominations.invitation', { code });
  return <Loaded of={invitation}>{(found) => <Shown invitation={found} code={code} />}</Loaded>;
}

/** The nominee, or a minor's guardian, reads what they were nominated for, and says yes or no. */
export default function InvitationPage() {
  const [typed, setTyped] = useState('');
  const code = typed.trim();
  return (
    <Page title="有人推荐我">
      <Notice tone="sky" title="您说了算">
        <Text>不同意，就不会公开。同意以后，投票开始前随时可以退出。</Text>
      </Notice>
      <TextInput label="邀请码" hint="推荐您的人给的8位数字" value={typed} onChange={setTyped} max={8} />
      {CODE.test(code) ? (
        <Asked key={code} code={code} />
      ) : (
        <Button reason="先把8位邀请码写全，就能看到推荐您做什么">看推荐了什么</Button>
      )}
    </Page>
  );
}
