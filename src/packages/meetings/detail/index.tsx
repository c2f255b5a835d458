import type { MeetingDetail } from '@contract/meetings';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Countdown } from '@/components/countdown/countdown';
import { Dotted } from '@/components/dotted/dotted';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Stat } from '@/components/stat/stat';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { MeetingPapers } from '@/features/documents/meeting-papers';
import { LiveEntry } from '@/features/live/live-entry';
import { AgendaList } from '@/features/meetings/agenda-list';
import { Guests } from '@/features/meetings/guests';
import { MeetingActions } from '@/features/meetings/meeting-actions';
import { MeetingMain } from '@/features/meetings/meeting-main';
import { MinutesText } from '@/features/meetings/minutes-words';
import { NOTICE_WORDS, noticeWords, stageTag, whenAndWhere } from '@/features/meetings/meeting-words';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import './index.scss';

function Head({ meeting }: { meeting: MeetingDetail }) {
  const stage = stageTag(meeting);
  return (
    <Card>
      <Tags>
        <Tag tone={stage.tone}>{stage.text}</Tag>
        <Tag>{meeting.formName}</Tag>
      </Tags>
      <View className="meeting-title">
        <Text>{meeting.title}</Text>
      </View>
      <View className="meeting-when">
        <Text>{whenAndWhere(meeting)}</Text>
      </View>
      <View className="meeting-side">
        <Dotted parts={[meeting.placeName, `${meeting.convenerLabel}召集`]} />
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
        <Notice tone="clay" title={noticeWords(meeting.notice)}>
          <Text>依据：{meeting.notice.article}</Text>
        </Notice>
      )}
      {meeting.specialCircumstances && (
        <Notice tone="sky" title="特殊情况，缩短了通知时间">
          <Text>{meeting.specialCircumstances}</Text>
        </Notice>
      )}
      {meeting.notices.length > 0 && (
        <List>
          {meeting.notices.map((notice) => (
            <ListItem
              key={notice.at}
              title={`${dateTimeText(notice.at, now)} ${NOTICE_WORDS[notice.kind]}`}
              note={notice.text}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

/** Who came; nothing before the door is open. */
function Attendance({ meeting }: { meeting: MeetingDetail }) {
  if (meeting.attendance === 0) return null;
  return (
    <View className="meeting-stats">
      <Stat value={String(meeting.attendance)} unit="人" label="报到的人" />
      <Stat value={String(meeting.attendanceHomes)} unit="户" label="有人到的家庭" />
    </View>
  );
}

function Minutes({ meeting }: { meeting: MeetingDetail }) {
  if (!meeting.minutes) return null;
  const { by, at, version } = meeting.minutes;
  return (
    <Section title="会议纪要">
      <Card>
        <MinutesText words={meeting.minutes} agenda={meeting.agenda} />
        <View className="meeting-side">
          <Dotted parts={[`第${version}版`, by, dateTimeText(at, serverNow())]} />
        </View>
        <Button kind="plain" onTap={() => open('/packages/meetings/record/index', { id: meeting.id })}>
          更正、签字、看各个版本
        </Button>
      </Card>
    </Section>
  );
}

/** One meeting: when and where, what about, who came, what was said; at the bottom what can be done now. */
export default function MeetingPage() {
  const id = pageId(useRouter().params);
  const meeting = useCall('meetings.detail', { id }, { enabled: id !== '', refreshEvery: 20_000 });
  return (
    <Page title="会议" bottom={meeting.data && <MeetingMain meeting={meeting.data} />}>
      <Loaded of={meeting}>
        {(shown) => (
          <>
            <Head meeting={shown} />
            <LiveEntry meeting={shown} />
            <Section title="议题">
              <AgendaList agenda={shown.agenda} offAgenda={shown.offAgenda} />
            </Section>
            <Guests meeting={shown} />
            <Attendance meeting={shown} />
            <Minutes meeting={shown} />
            <Announcements meeting={shown} />
            <MeetingPapers meeting={shown} />
            <MeetingActions meeting={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
