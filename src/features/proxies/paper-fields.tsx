import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';

/** What an officer reads on a proxy on paper. */
export interface ReadProxy {
  holderId: string | null;
  wholeMeeting: boolean;
}

const SCOPES = [
  { id: 'one', title: '只委托这一件表决' },
  { id: 'meeting', title: '委托这次会上的全部表决' },
] as const;

interface ProxyFieldsProps {
  motionId: string;
  atMeeting: boolean;
  value: ReadProxy;
  onChange: (part: Partial<ReadProxy>) => void;
}

/** Whom the paper names and for what: found by name, never shown beforehand. */
export function ProxyFields({ motionId, atMeeting, value, onChange }: ProxyFieldsProps) {
  const [name, setName] = useState('');
  const [asked, setAsked] = useState('');
  const found = useCall('proxies.holders', { motionId, name: asked }, { enabled: asked !== '' });
  return (
    <>
      <Section title="委托书上的受托人">
        <TextInput
          label="受托人的称呼"
          hint="写前几个字，再点“找这个人”"
          value={name}
          onChange={setName}
          onConfirm={() => setAsked(name.trim())}
          max={20}
        />
        <Button
          kind="plain"
          reason={name.trim() ? undefined : '先写称呼'}
          onTap={() => setAsked(name.trim())}
        >
          找这个人
        </Button>
        {asked !== '' && (
          <Loaded of={found}>
            {({ items, more }) => (
              <>
                {items.length === 0 && (
                  <Empty icon="people" title="没有找到" text="受托人要先在小程序里认领这里的房屋。" />
                )}
                <ChoiceList
                  label="是哪一位"
                  choices={items.map(({ id, name: title, homes }) => ({
                    ...{ id, title, note: homes.join('、') || undefined },
                  }))}
                  value={value.holderId}
                  onChange={(holderId) => onChange({ holderId })}
                />
                {more && (
                  <Notice tone="sky" title="还有很多人">
                    <Text>请把称呼写得更全一些。</Text>
                  </Notice>
                )}
              </>
            )}
          </Loaded>
        )}
      </Section>
      {atMeeting && (
        <Section title="委托什么">
          <ChoiceList
            label="委托什么"
            choices={SCOPES}
            value={value.wholeMeeting ? 'meeting' : 'one'}
            onChange={(scope) => onChange({ wholeMeeting: scope === 'meeting' })}
          />
        </Section>
      )}
    </>
  );
}
