import { useRouter } from '@tarojs/taro';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { SeriesKind, SeriesTimes } from '@/features/meetings/series-fields';
import { missingIn, useSeriesPlan } from '@/features/meetings/use-series-plan';
import { Here } from '@/features/overview/here';
import { PlaceField } from '@/features/places/place-field';
import { replaceWith } from '@/services/navigate';

function Form({ start }: { start: string }) {
  const { value: plan, change, drop } = useSeriesPlan(start);
  const command = useCommand('series.plan');
  const { fields } = command;
  const send = async () => {
    const { form, convener, every, firstOn, last, ...rest } = plan;
    if (!form || !convener || !every || !firstOn) return;
    const input = { ...rest, form, convener, every, firstOn, last: every !== 'week' && last };
    const saved = await command.send(input);
    if (!saved) return;
    drop();
    replaceWith('/packages/meetings/series/index', { id: saved.id });
  };
  return (
    <>
      <PlaceField
        label="哪个范围的人来开会"
        start={start}
        value={plan.placeId}
        onChange={(placeId) => change({ placeId, convener: null })}
      />
      <SeriesKind plan={plan} change={change} fields={fields} />
      <TextInput
        label="名称"
        value={plan.title}
        onChange={(title) => change({ title })}
        placeholder="比如：幸福里圆桌议事"
        max={24}
        error={fields.title}
      />
      <TextInput
        label="地点"
        value={plan.venue}
        onChange={(venue) => change({ venue })}
        placeholder="比如：2栋前坝子"
        max={60}
        error={fields.venue}
      />
      <SeriesTimes plan={plan} change={change} fields={fields} />
      <Notice tone="sky" icon="info" title="到时候会自动备好">
        <Text>每次开会前，系统会备好会议安排、请大家提建议、提醒您。通知由您看过以后再发。</Text>
      </Notice>
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={missingIn(plan)}>
        安排好了
      </Button>
    </>
  );
}

/** Planning a meeting that comes again. */
export default function SeriesPlanPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="安排定期的会">
      <Here placeId={placeId}>{(start) => <Form start={start} />}</Here>
    </Page>
  );
}
