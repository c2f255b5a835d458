import type { ShiftPreview, TaskDetail } from '@contract/tasks';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { PatternDays, PatternPeople } from '@/features/volunteers/pattern-fields';
import { spanText } from '@/features/volunteers/shift-words';
import { type Pattern, patternOf, peopleOf } from '@/features/volunteers/shift-pattern';
import { useLay } from '@/features/volunteers/use-lay';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';

type Filled = NonNullable<ReturnType<typeof patternOf>>;

const STATES = {
  new: { icon: 'plus', words: '' },
  there: { icon: 'check', words: '已经有这一班，不变' },
  past: { icon: 'clock', words: '已经过了，不排' },
} as const;

function Days({ items }: ShiftPreview) {
  return (
    <List>
      {items.map(({ startsAt, endsAt, state }) => (
        <ListItem
          key={startsAt}
          icon={STATES[state].icon}
          title={spanText({ startsAt, endsAt }, serverNow())}
          note={STATES[state].words || undefined}
        />
      ))}
    </List>
  );
}

interface PreviewProps {
  task: TaskDetail;
  pattern: Filled;
  people: NonNullable<ReturnType<typeof peopleOf>>;
  onLaid: () => void;
  onBack: () => void;
}

/** The days as they would be laid down, before it is done. */
function Preview({ task, pattern, people, onLaid, onBack }: PreviewProps) {
  const preview = useCall('tasks.preview', { id: task.id, ...pattern });
  const command = useCommand('tasks.layShifts');
  const lay = async () => {
    if (await command.send({ id: task.id, ...pattern, ...people })) onLaid();
  };
  const fresh = preview.data?.items.filter(({ state }) => state === 'new').length ?? 0;
  return (
    <Section title="排出来是这样" count={preview.data && `新排 ${fresh} 班`}>
      <Loaded of={preview}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="calendar" title="这几天里没有选中的星期" text="请回去改一改日期或星期几。" />
          ) : (
            <Days items={items} />
          )
        }
      </Loaded>
      <Notice tone="sky" icon="info" title="排好以后">
        <Text>{`每班 ${people.places} 人，报名马上开始。任务说明就不能再改了。`}</Text>
      </Notice>
      {command.error && <ErrorBox error={command.error} />}
      {preview.data && (
        <Button onTap={lay} reason={fresh === 0 ? '没有新的班可以排' : undefined}>
          {`排这 ${fresh} 班`}
        </Button>
      )}
      <Button kind="plain" onTap={onBack}>
        回去改
      </Button>
    </Section>
  );
}

function missingIn(value: Pattern): string | undefined {
  if (!patternOf(value)) return '请选好哪一天、几点到几点';
  return peopleOf(value) ? undefined : '请填好每班几个人、候补几个人';
}

function Form({ task }: { task: TaskDetail }) {
  const { value, change, drop } = useLay(task.id);
  const [looking, setLooking] = useState<Filled | null>(null);
  const pattern = patternOf(value);
  const people = peopleOf(value);
  const laid = () => {
    drop();
    replaceWith('/packages/volunteers/task/index', { id: task.id });
  };
  if (looking && people) {
    return (
      <Preview task={task} pattern={looking} people={people} onLaid={laid} onBack={() => setLooking(null)} />
    );
  }
  return (
    <>
      <PatternDays value={value} change={change} fields={{}} />
      <PatternPeople value={value} change={change} fields={{}} />
      <Button onTap={() => setLooking(pattern)} reason={denial(task.can.lay) ?? missingIn(value)}>
        先看排出来的样子
      </Button>
    </>
  );
}

/** Laying down shifts by a pattern: picked, looked at, done. */
export default function LayPage() {
  const id = pageId(useRouter().params);
  const task = useCall('tasks.detail', { id }, { enabled: id !== '' });
  return (
    <Page title="排班">
      <Loaded of={task}>
        {(shown) => (
          <>
            <Text className="volunteer-head">{shown.title}</Text>
            <Form task={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
