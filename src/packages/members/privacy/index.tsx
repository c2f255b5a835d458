import type { Me } from '@contract/members';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { CONSENT_WORDS } from '@/features/members/consent';
import { MyCopy } from '@/features/privacy/my-copy';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';

function Name({ me }: { me: Me }) {
  const [name, setName] = useState(me.name ?? '');
  const command = useCommand('members.updateProfile');
  return (
    <>
      <TextInput
        label="邻居怎么称呼您"
        value={name}
        onChange={setName}
        max={20}
        error={command.fields.name}
      />
      {me.nameHeld && <Notice tone="clay" title="新的称呼正在检查，通过以前邻居看不到" />}
      {command.error && <ErrorBox error={command.error} />}
      <Button
        kind="plain"
        reason={name.trim() && name !== me.name ? undefined : '没有改动'}
        onTap={() => command.send({ name })}
      >
        改称呼
      </Button>
    </>
  );
}

function Phone({ me }: { me: Me }) {
  const [phone, setPhone] = useState('');
  const command = useCommand('members.updateProfile');
  const save = async () => {
    if (await command.send({ phone })) setPhone('');
  };
  return (
    <>
      {me.hasPhone && <Notice tone="leaf" icon="lock" title="已存了一个手机号，加密保存" />}
      <TextInput
        label={me.hasPhone ? '换一个手机号' : '手机号'}
        hint="可以不填。有急事时社区好联系您"
        kind="number"
        value={phone}
        onChange={setPhone}
        max={11}
        error={command.fields.phone}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="plain" reason={phone ? undefined : '先填手机号'} onTap={save}>
        保存手机号
      </Button>
      {me.hasPhone && (
        <Button kind="quiet" onTap={() => command.send({ phone: null })}>
          删除手机号
        </Button>
      )}
    </>
  );
}

/** What is kept about me, and what I can change. */
export default function PrivacyPage() {
  const me = useMe();
  return (
    <Page title="个人信息">
      <Loaded of={me}>
        {(shown) => (
          <>
            <Name me={shown} />
            <Phone me={shown} />
            {shown.name !== null && <MyCopy />}
          </>
        )}
      </Loaded>
      <Section title="您的信息怎么用">
        <Card>
          {CONSENT_WORDS.map((words) => (
            <View key={words}>
              <Text>{words}</Text>
            </View>
          ))}
        </Card>
      </Section>
      {me.data?.name && (
        <Section title="不再用了">
          <Button
            kind="danger"
            note="先看清楚删什么、留什么，再决定"
            onTap={() => open('/packages/members/leave/index')}
          >
            注销账号
          </Button>
        </Section>
      )}
    </Page>
  );
}
