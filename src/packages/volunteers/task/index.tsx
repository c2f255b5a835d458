import type { ShiftSummary } from '@contract/shifts';
import type { TaskDetail } from '@contract/tasks';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { Facts } from '@/features/volunteers/facts';
import { Risks } from '@/features/volunteers/risks';
import { ShiftRow } from '@/features/volunteers/shift-row';
import { ageText } from '@/features/volunteers/shift-words';
import { TaskActions } from '@/features/volunteers/task-actions';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dayText } from '@/services/time';

function insuranceText({ dangerous, insurance }: TaskDetail): string {
  if (insurance) return `${insurance.insurer}，保到${dayText(insurance.untilOn, serverNow())}`;
  return dangerous ? '还没有登记，登记以后才能排班' : '';
}

function Head({ task }: { task: TaskDetail }) {
  const { title, what, where, placeName, teamName, leaders, skills, bring, minimumAge, training } = task;
  return (
    <Card>
      <Tags>
        {task.dangerous && (
          <Tag tone="clay" icon="warn">
            有危险的活
          </Tag>
        )}
        <Tag>{teamName ?? placeName}</Tag>
      </Tags>
      <View className="volunteer-title">
        <Text>{title}</Text>
      </View>
      <View className="volunteer-words">
        <Text>{what}</Text>
      </View>
      <Facts
        facts={[
          { label: '地点', value: `${placeName} ${where}` },
          { label: '年龄', value: ageText(minimumAge) },
          { label: '特长', value: skills.join('、') },
          { label: '要带', value: bring },
          { label: '培训', value: training },
          { label: '保险', value: insuranceText(task) },
          { label: '带队', value: leaders.join('、') },
        ]}
      />
    </Card>
  );
}

/** Where help is needed first: the next shift that is not full and not mine. */
const nextGap = (shifts: readonly ShiftSummary[]) =>
  shifts.find(({ state, missing, mine }) => state === 'open' && missing > 0 && mine === null);

function Shifts({ task }: { task: TaskDetail }) {
  const missing = task.shifts.reduce((sum, shift) => sum + shift.missing, 0);
  return (
    <Section
      title="哪几班"
      count={missing > 0 ? `${task.shifts.length} 班，还缺 ${missing} 人` : `${task.shifts.length} 班`}
    >
      {task.shifts.length === 0 && <Empty icon="calendar" title="还没有排班" text="排好以后，在这里报名。" />}
      <List>
        {task.shifts.map((shift) => (
          <ShiftRow key={shift.id} shift={shift} underTask />
        ))}
      </List>
    </Section>
  );
}

/** A task: what, where, what can happen, who may come, and its shifts. */
export default function TaskPage() {
  const id = pageId(useRouter().params);
  const task = useCall('tasks.detail', { id }, { enabled: id !== '' });
  const gap = task.data && nextGap(task.data.shifts);
  const bottom = gap && (
    <Button onTap={() => open('/packages/volunteers/shift/index', { id: gap.id })}>
      去报名最近缺人的一班
    </Button>
  );
  return (
    <Page title="志愿任务" bottom={bottom}>
      <Loaded of={task}>
        {(shown) => (
          <>
            {shown.ended && (
              <Notice tone="clay" icon="cross" title="这个任务结束了">
                <Text>原因：{shown.ended.reason}</Text>
              </Notice>
            )}
            <Head task={shown} />
            <Risks risks={shown.risks} dangerous={shown.dangerous} />
            <Shifts task={shown} />
            <TaskActions task={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
