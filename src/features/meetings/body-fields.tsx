import type { Body, Membership } from '@contract/decision';
import type { FormView, MeetingForm } from '@contract/meeting-forms';
import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { messages } from '@/services/messages';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import { noticeWords } from './meeting-words';
import { nextItemId, type Plan, type PlannedItem } from './use-plan';

const MEMBERSHIPS = [
  { id: 'adults', title: '十八岁以上的人都参加' },
  { id: 'households', title: '每户一名代表参加' },
] as const;

interface BodyFieldsProps {
  plan: Plan;
  change: (part: Partial<Plan> | ((now: Plan) => Partial<Plan>)) => void;
  fields: Record<string, string>;
}

function useNotice({ plan }: Pick<BodyFieldsProps, 'plan'>) {
  const { placeId, body, times } = plan;
  const meetingOn = times.on ?? dayOf(serverNow());
  const ready = Boolean(placeId) && body !== null;
  return useCall('meetings.preview', { placeId, body: body ?? 'yard', meetingOn }, { enabled: ready });
}

/** The usual topics of a form, where nothing was written yet. */
function topicsOf({ agenda }: FormView, planned: readonly PlannedItem[]): PlannedItem[] {
  if (planned.length > 0) return [...planned];
  return agenda.reduce<PlannedItem[]>(
    (items, title) => [...items, { id: nextItemId(items), title, note: '', proposalId: null }],
    [],
  );
}

/** What kind of meeting: what it is for, and whether anything is decided there. */
function FormField({ plan, change, fields, forms }: BodyFieldsProps & { forms: readonly FormView[] }) {
  const form = forms.find((one) => one.form === plan.form);
  const choose = (chosen: MeetingForm) => {
    const picked = forms.find((one) => one.form === chosen);
    if (!picked) return;
    const [only, ...others] = picked.bodies;
    change((now) => ({
      form: chosen,
      body: others.length === 0 ? (only ?? null) : null,
      convener: null,
      membership: null,
      agenda: topicsOf(picked, now.agenda),
    }));
  };
  return (
    <>
      <PickField<MeetingForm>
        label="开什么会"
        choices={forms.map(({ form: id, name, purpose }) => ({ id, title: name, note: purpose }))}
        value={plan.form ?? null}
        onChange={choose}
        error={fields.form}
      />
      {form && (
        <Notice
          tone={form.decides ? 'sky' : 'clay'}
          icon={form.decides ? 'vote' : 'talk'}
          title={form.decidesWords}
        >
          <Text>一般请：{form.invited}</Text>
        </Notice>
      )}
    </>
  );
}

/** Who meets, in whose name, and what the law asks of the day: all of it said by the server. */
export function BodyFields({ plan, change, fields }: BodyFieldsProps) {
  const choices = useCall('motions.choices', { placeId: plan.placeId }, { enabled: Boolean(plan.placeId) });
  const forms = useCall('forms.list', { placeId: plan.placeId }, { enabled: Boolean(plan.placeId) });
  const notice = useNotice({ plan });
  const kind = forms.data?.forms.find(({ form }) => form === plan.form);
  const bodies = (choices.data?.bodies ?? []).filter((one) => kind?.bodies.includes(one.body));
  const body = bodies.find((one) => one.body === plan.body);
  const memberships = MEMBERSHIPS.filter((one) => body?.memberships.includes(one.id));
  return (
    <>
      <FormField plan={plan} change={change} fields={fields} forms={forms.data?.forms ?? []} />
      {bodies.length > 1 && (
        <PickField<Body>
          label="哪个组织的会"
          choices={bodies.map((one) => ({ id: one.body, title: one.label }))}
          value={plan.body}
          onChange={(chosen) => change({ body: chosen, convener: null, membership: null })}
          error={fields.body}
        />
      )}
      {memberships.length > 0 && (
        <PickField<Membership>
          label="谁来参加"
          choices={memberships}
          value={plan.membership}
          onChange={(membership) => change({ membership })}
          error={fields.membership}
        />
      )}
      {notice.data && (
        <>
          <PickField
            label="由谁召集"
            hint="法律规定了由谁召集，社区帮着办"
            choices={notice.data.conveners.map(({ office, label }) => ({ id: office, title: label }))}
            value={plan.convener}
            onChange={(convener) => change({ convener })}
            error={fields.convener}
          />
          <Notice
            tone={plan.times.on && notice.data.refusal ? 'clay' : 'sky'}
            title={noticeWords(notice.data)}
          >
            <Text>
              依据：{notice.data.article}
              {plan.times.on && notice.data.refusal ? `。${messages[notice.data.refusal]}` : ''}
            </Text>
          </Notice>
        </>
      )}
    </>
  );
}
