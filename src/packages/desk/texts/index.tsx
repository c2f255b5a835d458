import type { HeldText } from '@contract/discussion';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Dotted } from '@/components/dotted/dotted';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { ModerateText } from '@/features/discussion/moderate-text';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { durationText } from '@/services/time';
import './index.scss';

const WHY = { review: '自动检查拿不准，请您看', unanswered: '自动检查没有回答' } as const;

interface TextCardProps {
  held: HeldText;
  onDecide: (show: boolean) => void;
}

function TextCard({ held, onDecide }: TextCardProps) {
  const { kind, title, text, authorName, placeName, subject, createdAt } = held;
  const look = () => open(`/packages/${subject.kind}s/detail/index`, { id: subject.id });
  return (
    <Card>
      <Tags>
        <Tag tone="clay">{kind === 'proposal' ? '提议' : '意见'}</Tag>
        <Tag>{WHY[held.held]}</Tag>
      </Tags>
      {title && title !== text && (
        <View className="held-title">
          <Text>{title}</Text>
        </View>
      )}
      <View className="held-text">
        <Text userSelect>{text}</Text>
      </View>
      <View className="held-side">
        <Dotted parts={[authorName, placeName, `等了${durationText(serverNow() - createdAt)}`]} />
      </View>
      <Button onTap={() => onDecide(true)} label={`通过${authorName}写的`}>
        通过
      </Button>
      <Button kind="danger" onTap={() => onDecide(false)} label={`不通过${authorName}写的`}>
        不通过
      </Button>
      <Button kind="quiet" size="small" onTap={look}>
        看它在哪里
      </Button>
    </Card>
  );
}

/** Texts that the content check holds back, oldest first: an officer lets them pass or not (SEC-8). */
export default function HeldTextsPage() {
  const { placeId = '' } = useRouter().params;
  const texts = usePages('discussion.heldTexts', { placeId });
  const [decided, decide] = useState<{ held: HeldText; show: boolean } | null>(null);
  return (
    <Page title="待审文字">
      <Loaded of={texts} skeleton={<Skeleton count={2} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="check" title="没有等着审的文字" text="拿不准的提议和意见会排在这里。" />
          ) : (
            rows.map((held) => (
              <TextCard key={held.id} held={held} onDecide={(show) => decide({ held, show })} />
            ))
          )
        }
      </Loaded>
      {texts.more && (
        <Button kind="plain" onTap={texts.more} busyText="正在读取…">
          看后面的
        </Button>
      )}
      {decided && <ModerateText {...decided} onClose={() => decide(null)} />}
    </Page>
  );
}
