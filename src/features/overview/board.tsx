import type { FinishedMatter, NoticeCard } from '@contract/overview';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import type { IconName } from '@/components/icon/icon';
import { List, ListItem } from '@/components/list-item/list-item';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Section } from '@/components/section/section';
import { openLink, openTab } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';
import { chooseMatterGroup } from './chosen';
import './overview.scss';

const ICONS: Record<NoticeCard['kind'], IconName> = {
  meeting: 'calendar',
  motion: 'vote',
  resolution: 'document',
};

/** What was announced lately. */
export function Notices({ notices }: { notices: readonly NoticeCard[] }) {
  if (notices.length === 0) return null;
  return (
    <Section title="通知">
      <List>
        {notices.map((notice) => (
          <ListItem
            key={`${notice.kind} ${notice.id}`}
            icon={ICONS[notice.kind]}
            title={notice.title}
            note={`${notice.detail} · ${notice.placeName}`}
            onTap={() => openLink(notice.link)}
          />
        ))}
      </List>
    </Section>
  );
}

function Finished({ matter }: { matter: FinishedMatter }) {
  const { title, detail, placeName, closedAt, before, after, link } = matter;
  const photos = [
    ...(before ? [{ fileId: before, caption: '原来' }] : []),
    ...(after ? [{ fileId: after, caption: '现在' }] : []),
  ];
  return (
    <Card onTap={() => openLink(link)} label={`${title}，已办结`}>
      <PhotoGrid photos={photos} label={title} />
      <View className="finished-title">
        <Text>{title}</Text>
      </View>
      {detail && (
        <View>
          <Text>{detail}</Text>
        </View>
      )}
      <View className="finished-side">
        <Text>
          {placeName} · {dateText(closedAt, serverNow())}办结
        </Text>
      </View>
    </Card>
  );
}

/** 说了算数: what was said and done. */
export function FinishedMatters({ finished }: { finished: readonly FinishedMatter[] }) {
  if (finished.length === 0) return null;
  const all = () => {
    chooseMatterGroup('closed');
    openTab('matters');
  };
  return (
    <Section title="说了算数" more={{ text: '全部', onTap: all }}>
      {finished.map((matter) => (
        <Finished key={matter.id} matter={matter} />
      ))}
    </Section>
  );
}
