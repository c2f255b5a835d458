import type { Leaving } from '@contract/privacy';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { openTab } from '@/services/navigate';

const TITLE = '注销账号';

const READ = [{ id: 'yes', title: '我看清楚了删什么、留什么' }] as const;

function Stays({ stays }: Pick<Leaving, 'stays'>) {
  return (
    <List>
      {stays.map(({ what, why }) => (
        <ListItem key={what} icon="lock" title={what} note={why} />
      ))}
    </List>
  );
}

function Gone({ leaving }: { leaving: Leaving }) {
  return (
    <Page title={TITLE} bottom={<Button onTap={() => openTab('home')}>回到首页</Button>}>
      <Notice tone="leaf" icon="check" title="您的账号已经注销">
        <Text>再登录就是一个新的账号，要重新认领房屋。</Text>
      </Notice>
      <Section title="留下的">
        <Stays stays={leaving.stays} />
      </Section>
    </Page>
  );
}

function Ask({ leaving, onLeft }: { leaving: Leaving; onLeft: (leaving: Leaving) => void }) {
  const [read, setRead] = useState(false);
  const [asking, setAsking] = useState(false);
  const command = useCommand('privacy.leave');
  const leave = async () => {
    const answer = await command.send({ personId: leaving.personId, sure: true });
    if (answer) onLeft(answer);
  };
  const reason = denial(leaving.can.leave) ?? (read ? undefined : '先看完，再勾上“我看清楚了”');
  return (
    <Page
      title={TITLE}
      bottom={
        <Button kind="danger" reason={reason} onTap={() => setAsking(true)}>
          注销账号
        </Button>
      }
    >
      <Section title="马上删掉的">
        <Card>
          {leaving.goes.map((words) => (
            <View key={words}>
              <Text>✕ {words}</Text>
            </View>
          ))}
        </Card>
      </Section>
      <Section title="要留下的，和为什么">
        <Stays stays={leaving.stays} />
      </Section>
      <ChoiceList label="确认" choices={READ} value={read ? 'yes' : null} onChange={() => setRead(!read)} />
      {asking && (
        <Confirm
          open
          danger
          title="真的要注销吗？"
          text="注销以后不能恢复。以后再登录是一个新的账号，要重新认领房屋，也看不到以前的投票和消息。"
          confirm="注销，不再用了"
          onConfirm={leave}
          error={command.error}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  );
}

/** Leaving: what goes, what stays and why, before anything happens and again afterwards. */
export default function LeavePage() {
  const [left, setLeft] = useState<Leaving | null>(null);
  const leaving = useCall('privacy.leaving', {}, { enabled: left === null });
  if (left) return <Gone leaving={left} />;
  if (leaving.data) return <Ask leaving={leaving.data} onLeft={setLeft} />;
  return (
    <Page title={TITLE}>
      <Loaded of={leaving}>{() => null}</Loaded>
    </Page>
  );
}
