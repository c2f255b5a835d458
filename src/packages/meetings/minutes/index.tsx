import type { MeetingDetail } from '@contract/meetings';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { TextArea } from '@/components/text-area/text-area';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { messages } from '@/services/messages';
import { replaceWith } from '@/services/navigate';

interface Words {
  text: string;
  items: Record<string, string>;
}

function wordsOf(meeting: MeetingDetail): Words {
  const items = meeting.minutes?.items ?? [];
  return {
    text: meeting.minutes?.text ?? '',
    items: Object.fromEntries(items.map((item) => [item.itemId, item.text])),
  };
}

function Form({ meeting }: { meeting: MeetingDetail }) {
  const { value, change, drop } = useDraftForm<Words>(`minutes:${meeting.id}`, () => wordsOf(meeting));
  const command = useCommand('meetings.recordMinutes');
  const { id, revision, can } = meeting;
  const send = async () => {
    const items = Object.entries(value.items)
      .filter(([, text]) => text.trim())
      .map(([itemId, text]) => ({ itemId, text }));
    if (!(await command.send({ id, revision, text: value.text, items }))) return;
    drop();
    replaceWith('/packages/meetings/detail/index', { id });
  };
  return (
    <>
      <TextArea
        label="会上怎么说的、定了什么"
        value={value.text}
        onChange={(text) => change({ text })}
        max={5000}
        error={command.fields.text}
      />
      {meeting.agenda.map((item, n) => (
        <TextArea
          key={item.id}
          label={`${n + 1}. ${item.title}`}
          optional
          value={value.items[item.id] ?? ''}
          onChange={(text) => change((now) => ({ items: { ...now.items, [item.id]: text } }))}
          max={2000}
        />
      ))}
      {command.error && <ErrorBox error={command.error} />}
      <Button
        onTap={send}
        reason={
          can.recordMinutes ? messages[can.recordMinutes] : value.text.trim() ? undefined : '请先写纪要'
        }
        note="公布以后，这个范围的居民都看得到"
      >
        公布纪要
      </Button>
    </>
  );
}

/** Writing the minutes; what is not sent stays on the phone. */
export default function MinutesPage() {
  const { id = '' } = useRouter().params;
  const meeting = useCall('meetings.detail', { id }, { enabled: id !== '' });
  return (
    <Page title="会议纪要">
      <Loaded of={meeting}>{(shown) => <Form meeting={shown} />}</Loaded>
    </Page>
  );
}
