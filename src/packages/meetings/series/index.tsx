import type { SeriesDetail, SessionState, SessionView } from '@contract/series';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Dotted } from '@/components/dotted/dotted';
import type { IconName } from '@/components/icon/icon';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { Tag, Tags } from '@/components/tag/tag';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { MakeSuggestion } from '@/features/meetings/make-suggestion';
import { Suggestion } from '@/features/meetings/suggestion';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dayText, dayTimeText } from '@/services/time';

type Tone = 'brand' | 'leaf' | 'clay' | 'stone';
const STATES: Record<SessionState, { text: string; tone: Tone; icon: IconName }> = {
  gathering: { text: '正在收建议', tone: 'brand', icon: 'talk' },
  noticed: { text: '已发通知', tone: 'brand', icon: 'bell' },
  held: { text: '已开会', tone: 'leaf', icon: 'check' },
  unrecorded: { text: '开过了，还没写纪要', tone: 'clay', icon: 'clock' },
  cancelled: { text: '取消了', tone: 'stone', icon: 'cross' },
  missed: { text: '没有开', tone: 'clay', icon: 'cross' },
};

type Prepared = SessionView & { id: string };
const prepared = (session: SessionView): session is Prepared => session.id !== null;

function Head({ series }: { series: SeriesDetail }) {
  const { title, formName, purpose, rhythm, placeName, venue, convenerLabel, ended } = series;
  return (
    <>
      <Card>
        <Tags>
          <Tag tone="brand">{formName}</Tag>
        </Tags>
        <View className="series-title">
          <Text>{title}</Text>
        </View>
        <View className="series-side">
          <Text>{purpose}</Text>
        </View>
        <View className="series-side">
          <Text>
            {rhythm}，{venue}
          </Text>
        </View>
        <View className="series-side">
          <Dotted parts={[placeName, `${convenerLabel}召集`]} />
        </View>
      </Card>
      {ended && (
        <Notice tone="clay" title="已经停办">
          <Text>原因：{ended.reason}</Text>
        </Notice>
      )}
    </>
  );
}

/** The next day, until something is prepared for it. */
function Next({ series: { nextOn, sessions } }: { series: SeriesDetail }) {
  if (nextOn === null || sessions.some(({ on }) => on === nextOn)) return null;
  return (
    <Notice tone="sky" icon="calendar" title={`下一次：${dayText(nextOn, serverNow())}`}>
      <Text>到时候会先请大家提建议，收到消息再来。</Text>
    </Notice>
  );
}

function Session({ session }: { session: Prepared }) {
  const { meetingId, suggestions, state, startsAt, left } = session;
  const { text, tone, icon } = STATES[state];
  return (
    <Section title={dayTimeText(startsAt, serverNow())} count={`${suggestions.length} 条建议`}>
      <Tags>
        <Tag tone={tone} icon={icon}>
          {text}
        </Tag>
        {state === 'gathering' && <Tag>还能收 {left.all} 条</Tag>}
      </Tags>
      {meetingId && (
        <List>
          <ListItem
            icon="calendar"
            title="看这一次的会议"
            note="议题、通知、纪要"
            onTap={() => open('/packages/meetings/detail/index', { id: meetingId })}
          />
        </List>
      )}
      {suggestions.map((one) => (
        <Suggestion key={one.id} session={session} suggestion={one} />
      ))}
    </Section>
  );
}

function Missed({ sessions }: { sessions: readonly SessionView[] }) {
  if (sessions.length === 0) return null;
  return (
    <Section title="没有开的" count={`${sessions.length} 次`}>
      <List>
        {sessions.map(({ on }) => (
          <ListItem key={on} icon="cross" title={dayText(on, serverNow())} note="到时间没有召集" />
        ))}
      </List>
    </Section>
  );
}

function End({ series }: { series: SeriesDetail }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const command = useCommand('series.end');
  if (series.can.end !== null) return null;
  const end = async () => {
    if (await command.send({ id: series.id, revision: series.revision, reason })) setAsking(false);
  };
  return (
    <>
      <Button kind="danger" onTap={() => setAsking(true)}>
        停办
      </Button>
      <Confirm
        open={asking}
        danger
        title="以后不再定期开了吗？"
        text="已经备好的那一次照常，以后的不再安排。原因大家都看得到。"
        confirm="停办"
        reason={reason.trim() ? undefined : '请写原因'}
        error={command.error}
        onConfirm={end}
        onClose={() => setAsking(false)}
      >
        <TextInput label="原因" value={reason} onChange={setReason} max={100} error={command.fields.reason} />
      </Confirm>
    </>
  );
}

/** A meeting that comes again: what is next, what was suggested and answered, what was missed. */
export default function SeriesPage() {
  const id = pageId(useRouter().params);
  const series = useCall('series.detail', { id }, { enabled: id !== '' });
  const gathering = series.data?.sessions.filter(prepared).find(({ state }) => state === 'gathering');
  return (
    <Page title="定期的会" bottom={gathering && <MakeSuggestion session={gathering} />}>
      <Loaded of={series}>
        {(shown) => (
          <>
            <Head series={shown} />
            <Next series={shown} />
            {shown.sessions.filter(prepared).map((session) => (
              <Session key={session.on} session={session} />
            ))}
            <Missed sessions={shown.sessions.filter((one) => !prepared(one))} />
            <End series={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
