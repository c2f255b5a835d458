import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraft } from '@/features/calls/use-draft';
import { CONSENT_VERSION, CONSENT_WORDS } from '@/features/members/consent';
import { replaceWith } from '@/services/navigate';
import './index.scss';

/** Signing in: a name that the neighbours know, and what is done with it. The WeChat identity comes by itself. */
export default function SignInPage() {
  const { value: name, set, drop } = useDraft('sign-in', () => '');
  const [touched, setTouched] = useState(false);
  const command = useCommand('members.signIn');
  const signIn = async () => {
    setTouched(true);
    if (!(await command.send({ name, consentVersion: CONSENT_VERSION }))) return;
    drop();
    replaceWith('/packages/members/claim/index');
  };
  return (
    <Page
      title="登录"
      bottom={
        <Button
          onTap={signIn}
          reason={name.trim() ? undefined : '先填邻居怎么称呼您'}
          note="点了就是同意上面的说明"
        >
          同意并登录
        </Button>
      }
    >
      <TextInput
        label="邻居怎么称呼您"
        hint="比如：王桂兰。以后可以改"
        value={name}
        onChange={set}
        max={20}
        error={touched ? command.fields.name : undefined}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Section title="您的信息怎么用">
        <Card>
          {CONSENT_WORDS.map((words) => (
            <View key={words} className="consent-line">
              <Text>{words}</Text>
            </View>
          ))}
        </Card>
      </Section>
    </Page>
  );
}
