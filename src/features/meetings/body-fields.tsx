import type { Body, Membership } from '@contract/decision';
import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { messages } from '@/services/messages';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';
import { noticeWords } from './meeting-words';
import type { Plan } from './use-plan';

const MEMBERSHIPS = [
  { id: 'adults', title: '十八岁以上的人都参加' },
  { id: 'households', title: '每户一名代表参加' },
] as const;

interface BodyFieldsProps {
  plan: Plan;
  change: (part: Partial<Plan>) => void;
  fields: Record<string, string>;
}

function useNotice({ plan }: Pick<BodyFieldsProps, 'plan'>) {
  const { placeId, body, times } = plan;
  const meetingOn = times.on ?? dayOf(serverNow());
  const ready = Boolean(placeId) && body !== null;
  return useCall('meetings.preview', { placeId, body: body ?? 'yard', meetingOn }, { enabled: ready });
}

/** Who meets, in whose name, and what the law asks of the day: all of it said by the server. */
export function BodyFields({ plan, change, fields }: BodyFieldsProps) {
  const choices = useCall('motions.choices', { placeId: plan.placeId }, { enabled: Boolean(plan.placeId) });
  const notice = useNotice({ plan });
  const bodies = choices.data?.bodies ?? [];
  const body = bodies.find((one) => one.body === plan.body);
  const memberships = MEMBERSHIPS.filter((one) => body?.memberships.includes(one.id));
  return (
    <>
      <PickField<Body>
        label="开什么会"
        choices={bodies.map((one) => ({ id: one.body, title: one.label }))}
        value={plan.body}
        onChange={(chosen) => change({ body: chosen, convener: null, membership: null })}
        error={fields.body}
      />
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
