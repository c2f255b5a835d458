import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Stepper } from '@/components/stepper/stepper';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { PlaceField } from '@/features/places/place-field';
import { Here } from '@/features/overview/here';
import { replaceWith } from '@/services/navigate';

interface Written {
  placeId: string;
  text: string;
  where: string;
  withinHours: number;
}

function Form({ start }: { start: string }) {
  const { value, change, drop } = useDraftForm<Written>(`surge:${start}`, () => ({
    ...{ placeId: start, text: '', where: '', withinHours: 3 },
  }));
  const command = useCommand('surges.call');
  const { fields } = command;
  const send = async () => {
    const saved = await command.send(value);
    if (!saved) return;
    drop();
    replaceWith('/packages/volunteers/surge/index', { id: saved.id });
  };
  return (
    <>
      <Notice tone="clay" icon="bell" title="这里的人马上都会收到消息">
        <Text>急事才用。平常要人，请发布任务、排班。</Text>
      </Notice>
      <PlaceField
        label="问哪个范围的人"
        start={start}
        value={value.placeId}
        onChange={(placeId) => change({ placeId })}
        error={fields.placeId}
      />
      <TextArea
        label="什么事"
        placeholder="比如：地下车库进水，要人搬沙袋"
        value={value.text}
        onChange={(text) => change({ text })}
        max={200}
        error={fields.text}
      />
      <TextInput
        label="到哪里集合"
        placeholder="比如：2栋地下车库入口"
        value={value.where}
        onChange={(where) => change({ where })}
        max={60}
        error={fields.where}
      />
      <Stepper
        label="几小时内能到"
        value={value.withinHours}
        min={1}
        max={12}
        unit="小时"
        onChange={(withinHours) => change({ withinHours })}
        error={fields.withinHours}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button
        onTap={send}
        reason={value.text.trim() && value.where.trim() ? undefined : '请写什么事、到哪里集合'}
      >
        发出召集
      </Button>
    </>
  );
}

/** An office asks who can come. */
export default function CallSurgePage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="发出紧急召集">
      <Here placeId={placeId}>{(start) => <Form start={start} />}</Here>
    </Page>
  );
}
