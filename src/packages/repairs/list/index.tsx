import type { RepairSummary } from '@contract/repairs';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { JoinFirst } from '@/features/overview/join-first';
import { useHome } from '@/features/overview/use-home';
import { TONES } from '@/features/repairs/repair-words';
import { open } from '@/services/navigate';

function Row({ repair }: { repair: RepairSummary }) {
  const { id, title, where, placeName, stage, stageWords, estimateWords } = repair;
  return (
    <ListItem
      title={title}
      note={`${placeName} · ${where} · 估价${estimateWords}`}
      tags={
        <Tags>
          <Tag tone={TONES[stage]}>{stageWords}</Tag>
        </Tags>
      }
      onTap={() => open('/packages/repairs/detail/index', { id })}
    />
  );
}

function Repairs({ placeId }: { placeId: string }) {
  const pages = usePages('repairs.list', { placeId });
  const bottom = pages.first?.can.open === null && (
    <Button onTap={() => open('/packages/repairs/open/index', { placeId })}>报紧急维修</Button>
  );
  return (
    <Page title="紧急维修" bottom={bottom}>
      <Notice tone="sky" icon="law" title="什么是紧急维修">
        <Text>
          屋顶、电梯这类公共部分出了危险，等不得表决，由业委会依法申请维修资金先修，再公布账单。《民法典》第二百八十一条
        </Text>
      </Notice>
      <Loaded of={pages}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="这里没有紧急维修" text="发现公共部分有危险，请马上告诉物业、业委会或社区。" />
          ) : (
            <List>
              {items.map((repair) => (
                <Row key={repair.id} repair={repair} />
              ))}
            </List>
          )
        }
      </Loaded>
      {pages.more && (
        <Button kind="plain" onTap={pages.more}>
          看更早的
        </Button>
      )}
    </Page>
  );
}

/** The urgent repairs of the place that is looked at. */
export default function RepairsPage() {
  const { placeId = '' } = useRouter().params;
  const home = useHome();
  const here = placeId || home.data?.place?.id;
  if (here) return <Repairs placeId={here} />;
  return (
    <Page title="紧急维修">
      <Loaded of={home}>{({ signedIn }) => <JoinFirst signedIn={signedIn} />}</Loaded>
    </Page>
  );
}
