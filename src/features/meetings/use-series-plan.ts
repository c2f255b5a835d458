import type { NAMED_FORMS } from '@contract/meeting-forms';
import type { Office } from '@contract/roles';
import type { SeriesEvery } from '@contract/series';
import { useDraftForm } from '@/features/calls/use-draft';

/** A meeting that comes again, as it is being planned. */
export interface SeriesPlan {
  title: string;
  placeId: string;
  form: (typeof NAMED_FORMS)[number] | null;
  convener: Office | null;
  venue: string;
  every: SeriesEvery | null;
  firstOn: string | null;
  last: boolean;
  startsAt: string;
  minutes: number;
}

export function missingIn(plan: SeriesPlan): string | undefined {
  if (!plan.form || !plan.convener) return '请选择开什么会、由谁召集';
  if (!plan.every || !plan.firstOn) return '请选好多久一次、第一次是哪一天';
  return plan.title.trim() && plan.venue.trim() ? undefined : '请写好名称和地点';
}

/** The form's state, kept on the phone. */
export function useSeriesPlan(placeId: string) {
  return useDraftForm<SeriesPlan>(`series:${placeId}`, () => ({
    ...{ title: '', placeId, form: 'round-table', convener: null, venue: '', every: 'month' },
    ...{ firstOn: null, last: false, startsAt: '19:30', minutes: 90 },
  }));
}
