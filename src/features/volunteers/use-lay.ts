import { useDraftForm } from '@/features/calls/use-draft';
import type { Pattern } from './shift-pattern';

/** The form's state, kept on the phone. */
export function useLay(taskId: string) {
  return useDraftForm<Pattern>(`lay:${taskId}`, () => ({
    ...{ firstOn: null, lastOn: null, weekdays: [], from: null, to: null },
    ...{ places: '4', waitlist: '4', withdrawHours: '12' },
  }));
}
