import type { MeetingDetail } from '@contract/meetings';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Stat } from '@/components/stat/stat';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { AgendaList } from '@/features/meetings/agenda-list';
import { MeetingActions } from '@/features/meetings/meeting-actions';
import { MeetingMain } from '@/features/meetings/meeting-main';
import { stageTag, whenAndWhere } from '@/features/meetings/meeting-words';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import './index.scss';

function Head({ meeting }: { meeting: MeetingDetail }) {
  const stage = stageTag(meeting);
  return (
    <Card>
      <Tags>
        <Tag tone={stage.tone}>{stage.text}</Tag>
        <Tag>{meeting.bodyLabel}</Tag>
      </Tags>
      <View className="meeting-title">
        <Text>{meeting.title}</Text>
      </View>
      <View className="meeting-when">
        <Text>{whenAndWhere(meeting)}</Text>
      </View>
      <View className="meeting-side">
        <Text>
          {meeting.placeName} · {meeting.convenerLabel}召集
        </Text>
      </View>
      {meeting.stage === 'noticed' && <Countdown label="开会" until={meeting.startsAt} over="会议已经开始" />}
    </Card>
  );
}

function Announcements({ meeting }: { meeting: MeetingDetail }) {
  const now = serverNow();
  return (
    <Section title="通知">
      {meeting.stage === 'draft' && (
        <Notice tone="clay" title={`要提前 ${meeting.notice.days} 天通知`}>
          <Text>
            今天发通知，最早 {meeting.notice.earliestOn} 开会。依据：{meeting.notice.article}
          </Text>
        </Notice>
      )}
      {meeting.specialCircumstances && (
        <Notice tone="sky" title="特殊情况，缩短了通知时间">
          <Text>{meeting.specialCircumstances}</Text>
        </Notice>
      )}
      {meeting.notices.map((notice) => (
        <View key={notice.at} className="meeting-notice">
          <Text>
            {dateTimeText(notice.at, now)} {notice.text}
          </Text>
        </View>
      ))}
    </Section>
  );
}

function Minutes({ meeting }: { meeting: MeetingDetail }) {
  if (!meeting.minutes) return null;
  const { text, items, by, at } = meeting.minutes;
  return (
    <Section title="会议纪要" count={`${by} · ${dateTimeText(at, serverNow())}`}>
      <Card>
        <Text className="meeting-words">{text}</Text>
        {items.map((item) => (
          <View key={item.itemId} className="meeting-item-words">
            <Text>
              {meeting.agenda.find((one) => one.id === item.itemId)?.title}：{item.text}
            </Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}

/** One meeting: when and where, what about, who came, what was said; at the bottom what can be done now. */
export default function MeetingPage() {
  const { id = '' } = useRouter().params;
  const meeting = useCall('meetings.detail', { id }, { enabled: id !== '', refreshEvery: 20_000 });
  return (
    <Page title="会议" bottom={meeting.data && <MeetingMain meeting={meeting.data} />}>
      <Loaded of={meeting}>
        {(shown) => (
          <>
            <Head meeting={shown} />
            <Section title="议题">
              <AgendaList agenda={shown.agenda} />
            </Section>
            <View className="meeting-stats">
              <Stat value={String(shown.attendance)} unit="人" label="已报到" />
              <Stat value={String(shown.attendanceHomes)} unit="户" label="来自" />
            </View>
            <Minutes meeting={shown} />
            <Announcements meeting={shown} />
            <MeetingActions meeting={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
