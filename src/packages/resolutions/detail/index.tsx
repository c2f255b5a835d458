import type { ResolutionDetail } from '@contract/resolutions';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { ResultPapers } from '@/features/documents/result-papers';
import { ActionItems } from '@/features/resolutions/action-items';
import { Confirmation } from '@/features/resolutions/confirmation';
import { CLOSED_WORDS, tagsOf, WORTH_WORDS } from '@/features/resolutions/resolution-words';
import { VerdictLines } from '@/features/resolutions/verdict-lines';
import { MatterTimeline } from '@/features/timeline/matter-timeline';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateText, dayText } from '@/services/time';

function Head({ resolution }: { resolution: ResolutionDetail }) {
  const now = serverNow();
  return (
    <Card>
      <Tags>
        {tagsOf(resolution).map(({ text, tone }) => (
          <Tag key={text} tone={tone}>
            {text}
          </Tag>
        ))}
        <Tag>{WORTH_WORDS[resolution.worth]}</Tag>
      </Tags>
      <View className="resolution-title">
        <Text>{resolution.title}</Text>
      </View>
      <View className="resolution-small">
        <Text>
          {resolution.placeName} · {dateText(resolution.publishedAt, now)}公布，
          {resolution.publicationOver ? '公示期已满' : `公示到${dayText(resolution.publishedUntilOn, now)}`}
        </Text>
      </View>
      <View className="resolution-words">
        <Text>{resolution.text}</Text>
      </View>
      {resolution.closed && (
        <View className="resolution-small">
          <Text>
            {dateText(resolution.closed.at, now)}：{CLOSED_WORDS[resolution.closed.how]}
          </Text>
        </View>
      )}
    </Card>
  );
}

/** A resolution: what was decided by which figures, what is being done, and the one timeline. */
export default function ResolutionPage() {
  const id = pageId(useRouter().params);
  const resolution = useCall('resolutions.detail', { id }, { enabled: id !== '' });
  const shown = resolution.data;
  const next = shown?.outcome === 'passed' && !shown.closed ? '提出人确认后才算办结' : undefined;
  return (
    <Page title="决议" bottom={shown?.can.confirm === null && <Confirmation resolution={shown} />}>
      <Loaded of={resolution}>
        {(data) => (
          <>
            <Head resolution={data} />
            <ActionItems resolution={data} />
            <VerdictLines verdict={data.verdict} unit={data.unit} />
            <Section title="从提出到办完">
              <Card>
                <MatterTimeline
                  lines={data.timeline}
                  over={data.closed !== null}
                  next={next}
                  here={data.id}
                />
              </Card>
            </Section>
            <ResultPapers resolutionId={data.id} />
            <Button kind="quiet" onTap={() => open('/packages/motions/detail/index', { id: data.motionId })}>
              看这次表决
            </Button>
          </>
        )}
      </Loaded>
    </Page>
  );
}
