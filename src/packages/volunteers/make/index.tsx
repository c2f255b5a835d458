import type { TaskDetail } from '@contract/tasks';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { PlaceField } from '@/features/places/place-field';
import { TaskPeople, TaskRisks, TaskWhat } from '@/features/volunteers/task-fields';
import { missingIn, saidIn, type TaskForm, useTaskForm } from '@/features/volunteers/use-task-form';
import { replaceWith } from '@/services/navigate';

/** An office makes tasks for a place; a leader for their team. */
function ForWhom({ start, value, change, fields }: TaskForm & { start: string }) {
  const tasks = usePages('tasks.list', { placeId: start });
  const teams = tasks.first?.teams ?? [];
  const office = tasks.first?.can.make === null;
  const none = office ? [{ id: '', title: '不归哪支队伍' }] : [];
  return (
    <>
      {office && (
        <PlaceField
          label="哪个范围的任务"
          start={start}
          value={value.placeId}
          onChange={(placeId) => change({ placeId })}
          error={fields.placeId}
        />
      )}
      {teams.length > 0 && (
        <PickField
          label="哪支队伍来做"
          hint="队长可以排班、看谁到了、确认时长"
          choices={[...none, ...teams.map(({ id, name }) => ({ id, title: name }))]}
          value={value.teamId ?? (office ? '' : null)}
          onChange={(teamId) => change({ teamId: teamId || null })}
          error={fields.teamId}
        />
      )}
    </>
  );
}

function Form({ placeId, task }: { placeId: string; task: TaskDetail | null }) {
  const { value, change, drop } = useTaskForm(placeId, task);
  const make = useCommand('tasks.make');
  const edit = useCommand('tasks.edit');
  const { error, fields } = task ? edit : make;
  const send = async () => {
    const said = saidIn(value);
    const saved = task
      ? await edit.send({ id: task.id, revision: task.revision, ...said })
      : await make.send({ placeId: value.placeId, teamId: value.teamId, ...said });
    if (!saved) return;
    drop();
    replaceWith('/packages/volunteers/task/index', { id: saved.id });
  };
  const form = { value, change, fields };
  return (
    <>
      {!task && <ForWhom start={placeId} {...form} />}
      <TaskWhat {...form} />
      <TaskRisks {...form} />
      <TaskPeople {...form} />
      {error && <ErrorBox error={error} />}
      <Button onTap={send} reason={missingIn(value)} note={task ? undefined : '下一步再排班'}>
        {task ? '改好了' : '发布任务'}
      </Button>
    </>
  );
}

function Edit({ placeId, id }: { placeId: string; id: string }) {
  const task = useCall('tasks.detail', { id });
  return <Loaded of={task}>{(shown) => <Form placeId={placeId} task={shown} />}</Loaded>;
}

/** Making a task, or putting its words right before its first shift is laid down. */
export default function MakeTaskPage() {
  const { placeId = '', id } = useRouter().params;
  return (
    <Page title={id ? '改任务说明' : '发布任务'}>
      {id ? <Edit placeId={placeId} id={id} /> : <Form placeId={placeId} task={null} />}
    </Page>
  );
}
