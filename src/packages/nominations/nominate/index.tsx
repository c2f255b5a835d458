import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { replaceWith } from '@/services/navigate';

interface Words {
  name: string;
  where: string;
  age: 'adult' | 'minor';
  reason: string;
  photos: string[];
}

const BLANK: Words = { name: '', where: '', age: 'adult', reason: '', photos: [] };
const AGES = [
  { id: 'adult', title: '成年人', note: '由本人同意' },
  { id: 'minor', title: '未成年人', note: '由监护人同意' },
] as const;

/** Nominating a neighbour; what is not sent stays on the phone. */
export default function NominatePage() {
  const { id: roundId = '' } = useRouter().params;
  const { value, change, drop } = useDraftForm<Words>(`nominate:${roundId}`, () => BLANK);
  const sending = useSending();
  const command = useCommand('nominations.nominate');
  const { fields } = command;
  const { name, where, age, reason, photos } = value;
  const missing = name.trim() && where.trim() && reason.trim() ? undefined : '请填姓名、住在哪里、推荐的理由';
  const send = async () => {
    if (!(await command.send({ roundId, name, where, minor: age === 'minor', reason, photos }))) return;
    drop();
    replaceWith('/packages/nominations/round/index', { id: roundId });
  };
  return (
    <Page title="推荐">
      <Notice tone="sky" title="先要本人同意">
        <Text>交了以后给您一个邀请码，请告诉本人。本人同意、社区核实以前，别人看不到。</Text>
      </Notice>
      <TextInput
        label="推荐谁"
        value={name}
        onChange={(next) => change({ name: next })}
        max={20}
        error={fields.name}
      />
      <TextInput
        label="住在哪里"
        hint="写到楼栋就可以，比如：3栋"
        value={where}
        onChange={(next) => change({ where: next })}
        max={15}
        error={fields.where}
      />
      <ChoiceList label="年龄" choices={AGES} value={age} onChange={(next) => change({ age: next })} />
      <TextArea
        label="为什么推荐"
        value={reason}
        onChange={(next) => change({ reason: next })}
        max={500}
        error={fields.reason}
      />
      <PhotoPicker
        label="照片"
        optional
        value={photos}
        onChange={(next) => change({ photos: next })}
        onSending={sending.onSending}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={missing ?? sending.reason}>
        交给社区
      </Button>
    </Page>
  );
}
