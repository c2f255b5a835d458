import type { ProfileBodyView, ProfileVersionView, ProfileView } from '@contract/profile-views';
import { Text, View } from '@tarojs/components';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Section } from '@/components/section/section';
import { Card } from '@/components/card/card';
import { Tag, Tags } from '@/components/tag/tag';
import { PhotoCheck } from '@/features/photos/photo-check';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** '法定表决' with ✓, or what its votes by phone are instead. */
export function WorthTag({ statutory }: Pick<ProfileBodyView, 'statutory'>) {
  return (
    <Tags>
      <Tag tone={statutory ? 'leaf' : 'stone'}>{statutory ? '✓ 可以作法定表决' : '○ 只作预表决'}</Tag>
    </Tags>
  );
}

/** '提前20天通知 · 手机投票算到会' */
export function bodyNote({ noticeDays, phonePresence }: ProfileBodyView): string {
  const notice = noticeDays > 0 ? `提前${noticeDays}天通知` : '通知天数不限';
  return [notice, phonePresence ? '手机投票算到会' : '手机投票不算到会'].join(' · ');
}

/** What the profile means for votes, and who stands behind it. */
export function Follows({ shown }: { shown: ProfileView }) {
  const { follows, from, profile, placeId } = shown;
  const whose = !from ? '没有哪一级单独规定过' : from.id === placeId ? '这里自己的' : `照${from.name}的`;
  return (
    <Notice tone={profile.confirmedBy ? 'leaf' : 'clay'} icon="law" title={`${whose}办法`}>
      {follows.map((line) => (
        <View key={line}>
          <Text>{line}</Text>
        </View>
      ))}
      <View>
        <Text>{profile.confirmedBy ? `由${profile.confirmedBy}确认。` : '还没有机关确认过。'}</Text>
      </View>
    </Notice>
  );
}

/** The figures that hold here. */
export function Figures({
  shown: { bodies, profile, offices, leastPublicationDays },
}: {
  shown: ProfileView;
}) {
  const { writtenWindowDays: written, maxProxies, ownersConveners, narrowerAreaAuthority } = profile;
  const days = Math.max(leastPublicationDays, profile.publicationDays);
  const who = offices.filter(({ office }) => ownersConveners.includes(office)).map(({ label }) => label);
  return (
    <>
      <Section title="各种会">
        <List>
          {bodies.map((body) => (
            <ListItem
              key={body.body}
              title={body.label}
              note={bodyNote(body)}
              tags={<WorthTag {...body} />}
            />
          ))}
        </List>
      </Section>
      <Section title="其他规定">
        <List>
          <ListItem title="书面征求意见" note={`${written.min} 天到 ${written.max} 天`} />
          <ListItem title="结果公示" note={`至少 ${days} 天`} />
          <ListItem title="一个人最多替别人投几票" note={`${maxProxies} 票`} />
          <ListItem title="没有业委会时，谁来召集业主" note={who.join('、') || '没有写'} />
          <ListItem title="只由一栋、一个单元的业主决定" note={narrowerAreaAuthority ?? '没有依据，不可以'} />
          <ListItem
            title="会上临时加的议题"
            note={profile.offAgendaBarred === false ? '到会的人可以表决，业主大会除外' : '不能表决'}
          />
        </List>
      </Section>
    </>
  );
}

/** One version as it was laid down: it is never changed. */
export function Version({ version }: { version: ProfileVersionView }) {
  const { number, by, at, basis, photos, lines } = version;
  return (
    <Card>
      <ListItem
        title={`第 ${number} 版`}
        note={[`${by} 定的`, dateTimeText(at, serverNow()), basis && `依据：${basis}`]
          .filter(Boolean)
          .join(' · ')}
      />
      {lines.map((line) => (
        <View key={line}>
          <Text>{line}</Text>
        </View>
      ))}
      <PhotoGrid photos={photos.map((fileId) => ({ fileId }))} label={`第${number}版的文件照片`} />
      <PhotoCheck photos={photos} />
    </Card>
  );
}
