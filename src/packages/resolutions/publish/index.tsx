import type { TallyView } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { VerdictLines } from '@/features/resolutions/verdict-lines';
import { replaceWith } from '@/services/navigate';

/** '表决通过。同意 82 票、反对 3 票…', to begin with; the office writes on from there. */
function firstWords(tally: TallyView): string {
  const cast = tally.cast.map((one) => `${one.label} ${one.heads} 票`).join('、');
  return `${tally.title}\n${tally.outcomeWords}。${cast}，没有投的 ${tally.notVoted.heads} 票。`;
}

function Form({ tally }: { tally: TallyView }) {
  const { value, change, drop } = useDraftForm(`publish:${tally.motionId}`, () => ({
    text: firstWords(tally),
    until: null as string | null,
  }));
  const command = useCommand('resolutions.publish');
  const [asking, setAsking] = useState(false);
  const publish = async () => {
    setAsking(false);
    if (!value.until) return;
    const { motionId } = tally;
    const saved = await command.send({ motionId, text: value.text, publishedUntilOn: value.until });
    if (!saved) return;
    drop();
    replaceWith('/packages/resolutions/detail/index', { id: saved.id });
  };
  return (
    <>
      <Card tone={tally.verdict.outcome === 'passed' ? 'leaf' : 'plain'}>
        <View className="resolution-item-title">
          <Text>{tally.outcomeWords}</Text>
        </View>
        <View>
          <Text>
            {tally.worth.label} · {tally.worth.words}
          </Text>
        </View>
      </Card>
      <VerdictLines verdict={tally.verdict} unit={tally.unit} />
      <TextArea
        label="决议内容"
        hint="定了什么，怎么办。票数已经固定，改不了"
        value={value.text}
        onChange={(text) => change({ text })}
        max={3000}
        error={command.fields.text}
      />
      <DateField
        label="公示到哪一天"
        hint={`至少 ${tally.publication.days} 天`}
        value={value.until}
        from={tally.publication.earliestUntilOn}
        onChange={(until) => change({ until })}
        error={command.fields.publishedUntilOn}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button
        onTap={() => setAsking(true)}
        reason={value.until && value.text.trim() ? undefined : '请写好内容、选好公示到哪一天'}
      >
        公示
      </Button>
      <Confirm
        open={asking}
        title="现在公示吗？"
        text="公示以后，决议内容和公示期都不能再改，这个地方的居民都会收到消息。"
        confirm="现在公示"
        onConfirm={publish}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

/** Publishing a counted vote, passed or not. */
export default function PublishPage() {
  const { motionId = '' } = useRouter().params;
  const tally = useCall('motions.tally', { id: motionId }, { enabled: motionId !== '' });
  return (
    <Page title="公示结果">
      <Loaded of={tally}>{(shown) => <Form tally={shown} />}</Loaded>
    </Page>
  );
}
