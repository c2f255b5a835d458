import type { Routes } from '../../kernel/route';
import { layShifts } from './use-cases/lay-shifts';
import { editTask, makeTask } from './use-cases/make-task';
import { listTasks, previewShifts, readTask } from './use-cases/read-tasks';
import { endTask, insureTask } from './use-cases/run-task';

export const taskRoutes: Routes<'tasks'> = {
  'tasks.list': listTasks,
  'tasks.detail': readTask,
  'tasks.make': makeTask,
  'tasks.edit': editTask,
  'tasks.insure': insureTask,
  'tasks.preview': previewShifts,
  'tasks.layShifts': layShifts,
  'tasks.end': endTask,
};
