import type { ProfileBodyView } from '@contract/profile-views';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { Stepper } from '@/components/stepper/stepper';
import type { ProfileForm } from './use-lay-down';

interface BodySheetProps {
  body: ProfileBodyView;
  form: ProfileForm;
  change: (part: Partial<ProfileForm>) => void;
  onClose: () => void;
}

const WORTHS = [
  { id: 'yes', title: '可以作法定表决', note: '通过了就算数' },
  { id: 'no', title: '只作预表决或意见征询', note: '供参考' },
] as const;
const PRESENCES = [
  { id: 'yes', title: '算到会', note: '在手机上投了票，就算来了' },
  { id: 'no', title: '不算到会', note: '要到现场报到' },
] as const;
type YesNo = 'yes' | 'no';

const LONGEST_NOTICE = 90;

function toggled<T>(list: readonly T[], one: T, wanted: YesNo): T[] {
  const others = list.filter((each) => each !== one);
  return wanted === 'yes' ? [...others, one] : others;
}

/** What the locality lays down for one body, within what its statute leaves open. */
export function BodySheet({ body: { body, label, ...of }, form, change, onClose }: BodySheetProps) {
  const { electronicVotes, phonePresence, noticeDays } = form;
  const days = noticeDays[body] ?? of.leastNoticeDays;
  const setDays = (value: number) => {
    const { [body]: _before, ...others } = noticeDays;
    change({ noticeDays: value > of.leastNoticeDays ? { ...others, [body]: value } : others });
  };
  return (
    <Confirm open title={label} confirm="就这样" cancel="关上" onConfirm={onClose} onClose={onClose}>
      {of.hasStatute ? (
        <PickField<YesNo>
          label="手机表决算什么"
          choices={WORTHS}
          value={electronicVotes.includes(body) ? 'yes' : 'no'}
          onChange={(wanted) => change({ electronicVotes: toggled(electronicVotes, body, wanted) })}
        />
      ) : (
        <Notice tone="stone" icon="law" title="坝坝会没有法律规定，手机表决不能作法定表决" />
      )}
      <PickField<YesNo>
        label="手机投票算不算到会"
        choices={PRESENCES}
        value={phonePresence.includes(body) ? 'yes' : 'no'}
        onChange={(wanted) => change({ phonePresence: toggled(phonePresence, body, wanted) })}
      />
      <Stepper
        label="开会提前几天通知"
        hint={`${of.noticeArticle}：至少 ${of.leastNoticeDays} 天，只能更长`}
        unit="天"
        value={days}
        min={of.leastNoticeDays}
        max={LONGEST_NOTICE}
        onChange={setDays}
      />
    </Confirm>
  );
}
