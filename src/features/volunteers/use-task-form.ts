import type { TaskDetail } from '@contract/tasks';
import { useDraftForm } from '@/features/calls/use-draft';

/** A task, as it is being written. */
export interface WrittenTask {
  placeId: string;
  teamId: string | null;
  title: string;
  what: string;
  where: string;
  skills: string;
  bring: string;
  /** Null until it is chosen: to say nothing of risks is no answer (TASK-1). */
  risky: boolean | null;
  risks: string;
  minimumAge: string;
  training: string;
  dangerous: boolean | null;
}

function writtenFrom(task: TaskDetail | null, placeId: string): WrittenTask {
  return {
    ...{ placeId: task?.placeId ?? placeId, teamId: task?.teamId ?? null },
    ...{ title: task?.title ?? '', what: task?.what ?? '', where: task?.where ?? '' },
    ...{ skills: task?.skills.join('、') ?? '', bring: task?.bring ?? '', training: task?.training ?? '' },
    ...{ risky: task ? !task.risks.none : null, risks: task?.risks.text ?? '' },
    minimumAge: String(task?.minimumAge ?? 18),
    dangerous: task?.dangerous ?? null,
  };
}

export function missingIn(task: WrittenTask): string | undefined {
  if (!task.title.trim() || !task.what.trim() || !task.where.trim()) return '请写好名称、做什么、在哪里';
  if (task.risky === null) return '请说明有没有风险，报名的人要先看到';
  if (task.risky && !task.risks.trim()) return '请写有什么风险';
  return task.dangerous === null ? '请选是不是有危险的活' : undefined;
}

/** What the call takes. */
export function saidIn(task: WrittenTask) {
  const { title, what, where, bring, training, risks, risky } = task;
  return {
    ...{ title, what, where, bring, training },
    skills: task.skills
      .split(/[、，,\s]+/)
      .filter(Boolean)
      .slice(0, 5),
    risks: risky ? ({ none: false, text: risks } as const) : ({ none: true } as const),
    minimumAge: Number(task.minimumAge),
    dangerous: task.dangerous ?? false,
  };
}

/** The form's state, kept on the phone. */
export function useTaskForm(placeId: string, task: TaskDetail | null) {
  const name = task ? `task:${task.id}:${task.revision}` : `task:${placeId}`;
  return useDraftForm<WrittenTask>(name, () => writtenFrom(task, placeId));
}

export type TaskForm = Pick<ReturnType<typeof useTaskForm>, 'value' | 'change'> & {
  fields: Record<string, string>;
};
