import { PickField } from '@/components/pick-field/pick-field';
import { DateField } from '@/components/date-field/date-field';
import { TimeField } from '@/components/time-field/time-field';
import { useCall } from '@/features/calls/use-call';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import type { SeriesPlan } from './use-series-plan';

interface SeriesFieldsProps {
  plan: SeriesPlan;
  change: (part: Partial<SeriesPlan>) => void;
  fields: Record<string, string>;
}

const EVERY = [
  { id: 'week', title: '每周一次' },
  { id: 'month', title: '每月一次' },
  { id: 'quarter', title: '每季度一次' },
  { id: 'half-year', title: '每半年一次' },
] as const;

const WHICH = [
  { id: 'same', title: '按第几个算', note: '比如每月第二个星期三' },
  { id: 'last', title: '每次都在最后一个', note: '比如每月最后一个星期三' },
] as const;

const LENGTHS = ['30', '60', '90', '120', '180', '240'].map((id) => ({ id, title: `${id} 分钟` }));

/** What kind of meeting, and in whose name. */
export function SeriesKind({ plan, change, fields }: SeriesFieldsProps) {
  const forms = useCall('forms.list', { placeId: plan.placeId });
  const meetingOn = plan.firstOn ?? dayOf(serverNow());
  const law = useCall('meetings.preview', { placeId: plan.placeId, body: 'yard', meetingOn });
  const offered = (forms.data?.forms ?? []).flatMap(({ form, name, purpose }) =>
    form === 'statutory' ? [] : [{ id: form, title: name, note: purpose }],
  );
  return (
    <>
      <PickField
        label="开什么会"
        choices={offered}
        value={plan.form}
        onChange={(form) => change({ form })}
        error={fields.form}
      />
      <PickField
        label="由谁召集"
        choices={(law.data?.conveners ?? []).map(({ office, label }) => ({ id: office, title: label }))}
        value={plan.convener}
        onChange={(convener) => change({ convener })}
        error={fields.convener}
      />
    </>
  );
}

/** On which days: the first one says the weekday and which of the month. */
export function SeriesTimes({ plan, change, fields }: SeriesFieldsProps) {
  return (
    <>
      <PickField
        label="多久一次"
        choices={EVERY}
        value={plan.every}
        onChange={(every) => change({ every })}
        error={fields.every}
      />
      <DateField
        label="第一次是哪一天"
        hint="以后都在同样的星期几；碰到节假日，到时由社区改期"
        value={plan.firstOn}
        from={dayOf(serverNow())}
        onChange={(firstOn) => change({ firstOn })}
        error={fields.firstOn}
      />
      {plan.every !== 'week' && (
        <PickField
          label="在那个月的哪一周"
          choices={WHICH}
          value={plan.last ? 'last' : 'same'}
          onChange={(which) => change({ last: which === 'last' })}
          error={fields.last}
        />
      )}
      <TimeField label="几点开始" value={plan.startsAt} onChange={(startsAt) => change({ startsAt })} />
      <PickField
        label="开多久"
        choices={LENGTHS}
        value={String(plan.minutes)}
        onChange={(minutes) => change({ minutes: Number(minutes) })}
        error={fields.minutes}
      />
    </>
  );
}
