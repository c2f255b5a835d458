import type { MeetingDetail } from '@contract/meetings';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { AgendaEditor } from '@/features/meetings/agenda-editor';
import { BodyFields } from '@/features/meetings/body-fields';
import { GuestFields } from '@/features/meetings/guest-fields';
import { HallField } from '@/features/meetings/hall-field';
import { MeetingTimes } from '@/features/meetings/meeting-times';
import { type Plan, planOf, usePlan } from '@/features/meetings/use-plan';
import { picked, timesOf } from '@/features/meetings/use-times';
import { PlaceField } from '@/features/places/place-field';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import { replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';

function missing(plan: Plan): string | undefined {
  if (!plan.form || !plan.body || !plan.convener) return '请选择开什么会、由谁召集';
  if (!timesOf(plan.times)) return '请选好哪一天、几点到几点';
  if (!plan.title.trim()) return '请写会议名称';
  return plan.venue.trim() ? undefined : '请写在哪里开';
}

interface FormProps {
  /** The draft that is being changed; null: a new meeting. */
  meeting: MeetingDetail | null;
  start: string;
  title: string;
  proposalId: string | null;
}

function usePlanForm({ meeting, start, title, proposalId }: FormProps) {
  const plan = usePlan(`meeting:${meeting?.id ?? 'new'}:${proposalId ?? ''}`, () => {
    if (meeting) return planOf(meeting, picked(meeting));
    const agenda = proposalId ? [{ id: 'item-1', title: title.slice(0, 60), note: '', proposalId }] : [];
    const blank = { title: '', body: null, membership: null, convener: null, venue: '', times: picked(null) };
    return { ...blank, form: null, guests: [], placeId: start, agenda };
  });
  const schedule = useCommand('meetings.schedule');
  const edit = useCommand('meetings.edit');
  const send = async () => {
    const { times, body, convener, form = null, guests = [], ...rest } = plan.value;
    const when = timesOf(times);
    if (!when || !body || !convener) return;
    const input = { ...rest, ...when, body, convener, form, guests };
    const saved = meeting
      ? await edit.send({ ...input, id: meeting.id, revision: meeting.revision })
      : await schedule.send(input);
    if (!saved) return;
    plan.drop();
    replaceWith('/packages/meetings/detail/index', { id: saved.id });
  };
  return { plan, send, command: meeting ? edit : schedule };
}

function Form(props: FormProps) {
  const { plan, send, command } = usePlanForm(props);
  const { value, change } = plan;
  const { fields, error } = command;
  const times = {
    value: value.times,
    set: (part: Partial<Plan['times']>) => change((now) => ({ times: { ...now.times, ...part } })),
  };
  return (
    <>
      <PlaceField
        label="哪个范围的人来开会"
        start={props.start}
        value={value.placeId}
        onChange={(placeId) => change({ placeId, form: null, body: null, convener: null, roomId: null })}
      />
      <BodyFields plan={value} change={change} fields={fields} />
      <MeetingTimes times={times} fields={fields} from={dayOf(serverNow())} />
      <TextInput
        label="会议名称"
        value={value.title}
        onChange={(title) => change({ title })}
        placeholder="比如：东门停车位坝坝会"
        max={40}
        error={fields.title}
      />
      <HallField
        key={value.placeId}
        placeId={value.placeId}
        times={value.times}
        value={value.roomId ?? null}
        onChange={(roomId, venue) => change((now) => ({ roomId, venue: venue ?? now.venue }))}
        error={fields.roomId}
      />
      <TextInput
        label="地点"
        value={value.venue}
        onChange={(venue) => change({ venue })}
        placeholder="比如：2栋前坝子"
        max={60}
        error={fields.venue}
      />
      <AgendaEditor
        placeId={value.placeId}
        agenda={value.agenda}
        onChange={(agenda) => change({ agenda })}
        error={fields.agenda}
      />
      <GuestFields plan={value} change={change} fields={fields} />
      {error && <ErrorBox error={error} />}
      <Button onTap={send} reason={missing(value)} note="先存着，还不会通知大家">
        {props.meeting ? '保存修改' : '安排好了'}
      </Button>
    </>
  );
}

/** Planning a meeting: who meets, when and where, about what. The notice goes out afterwards, from the meeting's page. */
export default function PlanPage() {
  const { id = '', placeId = '', proposalId, title = '' } = useRouter().params;
  const meeting = useCall('meetings.detail', { id }, { enabled: id !== '' });
  const desk = useCall('overview.desk', {}, { enabled: id === '' && placeId === '' });
  return (
    <Page title={id ? '修改会议' : '安排会议'}>
      {id ? (
        <Loaded of={meeting}>
          {(shown) => <Form meeting={shown} start={shown.placeId} title="" proposalId={null} />}
        </Loaded>
      ) : placeId ? (
        <Form meeting={null} start={placeId} title={parameterText(title)} proposalId={proposalId ?? null} />
      ) : (
        <Loaded of={desk}>
          {({ places }) => <Form meeting={null} start={places[0]?.id ?? ''} title="" proposalId={null} />}
        </Loaded>
      )}
    </Page>
  );
}
