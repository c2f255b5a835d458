import type { FormsView, FormView, NAMED_FORMS } from '@contract/meeting-forms';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { messages } from '@/services/messages';

type Named = FormView & { form: (typeof NAMED_FORMS)[number] };
const canBeNamed = (view: FormView): view is Named => view.form !== 'statutory';

function Rename({ view, forms, onClose }: { view: Named; forms: FormsView; onClose: () => void }) {
  const [name, setName] = useState(view.name);
  const [purpose, setPurpose] = useState(view.purpose);
  const command = useCommand('forms.name');
  const others = forms.named.filter(({ form }) => form !== view.form);
  const at = others.length;
  const send = async (named: FormsView['named']) => {
    if (await command.send({ placeId: forms.placeId, revision: forms.revision, named })) onClose();
  };
  const own = others.length < forms.named.length;
  return (
    <Confirm
      open
      title={`${view.standardName}在这里叫什么`}
      text="改了以后，安排会议、通知、打印的文件都用新叫法；已经发出的通知不变。"
      confirm="存好叫法"
      reason={name.trim() && purpose.trim() ? undefined : '请写叫法和用来做什么'}
      error={command.error}
      onConfirm={() => send([...others, { form: view.form, name: name.trim(), purpose: purpose.trim() }])}
      onClose={onClose}
    >
      <TextInput
        label="叫法"
        value={name}
        onChange={setName}
        max={12}
        placeholder="比如：民情恳谈会"
        error={command.fields[`named.${at}.name`]}
      />
      <TextInput
        label="用来做什么"
        value={purpose}
        onChange={setPurpose}
        max={60}
        error={command.fields[`named.${at}.purpose`]}
      />
      {own && (
        <Button kind="plain" onTap={() => send(others)}>
          改回“{view.standardName}”
        </Button>
      )}
    </Confirm>
  );
}

function Forms({ forms }: { forms: FormsView }) {
  const [renaming, setRenaming] = useState<Named | null>(null);
  const denial = forms.can.name;
  return (
    <>
      <Notice tone="sky" icon="info" title="给这里的会起自己的名字">
        <Text>比如“三会”：民情恳谈会、事务协调会、成效评议会。名字变，规矩不变。</Text>
      </Notice>
      {denial && <Notice tone="clay" icon="lock" title={messages[denial]} />}
      <Section title="会议的叫法">
        <List>
          {forms.forms.filter(canBeNamed).map((view) => (
            <ListItem
              key={view.form}
              title={view.name}
              note={[
                view.name === view.standardName ? undefined : `就是${view.standardName}`,
                view.purpose,
                view.decides ? '能表决' : '不作决定',
              ]
                .filter(Boolean)
                .join(' · ')}
              onTap={denial ? undefined : () => setRenaming(view)}
            />
          ))}
        </List>
      </Section>
      {renaming && <Rename view={renaming} forms={forms} onClose={() => setRenaming(null)} />}
    </>
  );
}

/** What a community calls its forms of meeting (三会). */
export default function FormsPage() {
  const { placeId = '' } = useRouter().params;
  const forms = useCall('forms.list', { placeId }, { enabled: placeId !== '' });
  return (
    <Page title="会议叫法">
      {placeId ? (
        <Loaded of={forms}>{(shown) => <Forms forms={shown} />}</Loaded>
      ) : (
        <Empty icon="desk" title="请从工作台进入" />
      )}
    </Page>
  );
}
