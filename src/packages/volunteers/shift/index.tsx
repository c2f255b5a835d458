import type { ShiftDetail } from '@contract/shifts';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { ThresholdBar } from '@/components/threshold-bar/threshold-bar';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { ReasonSheet } from '@/features/reasons/reason-sheet';
import { ClaimAction } from '@/features/volunteers/claim-action';
import { Facts } from '@/features/volunteers/facts';
import { AnswerOffer, OwnClaimState, Withdraw } from '@/features/volunteers/own-claim';
import { Risks } from '@/features/volunteers/risks';
import { ageText, gapOf, spanText } from '@/features/volunteers/shift-words';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { clockText } from '@/services/time';

function Head({ shift }: { shift: ShiftDetail }) {
  const { title, where, placeName, teamName, leaders, minimumAge, bring, taken, places, missing } = shift;
  const gap = gapOf(shift);
  return (
    <Card>
      <Tags>
        <Tag tone={gap.tone} icon={gap.icon}>
          {gap.text}
        </Tag>
        {teamName && <Tag>{teamName}</Tag>}
      </Tags>
      <View className="volunteer-title">
        <Text>{title}</Text>
      </View>
      <Facts
        facts={[
          { label: '时间', value: spanText(shift, serverNow()) },
          { label: '地点', value: `${placeName} ${where}` },
          { label: '年龄', value: ageText(minimumAge) },
          { label: '要带', value: bring },
          { label: '带队', value: leaders.join('、') },
        ]}
      />
      <ThresholdBar
        label="已报名"
        value={taken}
        total={places}
        unit="人"
        met={missing === 0 && taken >= places}
        missing={missing}
        metWords="人够了"
      />
    </Card>
  );
}

/** What I did there, once it has begun. */
function Own({ shift: { record, can, id, mine, startsAt } }: { shift: ShiftDetail }) {
  const to = (page: string) => () => open(`/packages/volunteers/${page}/index`, { id });
  const at = (instant: number | null | undefined, word: string) =>
    instant ? `${clockText(instant)}${word}` : '';
  const unsaid = mine?.state === 'taken' && startsAt < serverNow() && !record?.outAt;
  const said = [at(record?.inAt, '签到'), at(record?.outAt, '签退')].filter(Boolean).join('，');
  return (
    <List>
      {said && (
        <ListItem
          icon="check"
          title={said}
          note="看我的时长"
          onTap={() => open('/packages/volunteers/hours/index')}
        />
      )}
      {unsaid && can.checkIn !== null && can.checkOut !== null && (
        <ListItem icon="clock" title="补报时间" note="没有签到、签退的，在这里报" onTap={to('check-in')} />
      )}
      {can.log === null && (
        <ListItem icon="camera" title="巡查记录" note="写下看到的情况，可以拍照" onTap={to('log')} />
      )}
      {can.lead === null && (
        <ListItem icon="people" title="到岗情况" note="签到码、谁到了、确认时长" onTap={to('board')} />
      )}
    </List>
  );
}

function Cancel({ shift: { id, can } }: { shift: ShiftDetail }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand('shifts.cancel');
  if (can.cancel !== null) return null;
  return (
    <>
      <Button kind="danger" onTap={() => setAsking(true)}>
        取消这一班
      </Button>
      {asking && (
        <ReasonSheet
          title="取消这一班吗？"
          text="报了名和在候补的，都会收到消息和原因。"
          confirm="取消这一班"
          danger
          draft={`cancel-shift:${id}`}
          label="原因"
          max={100}
          error={command.error}
          onSend={(reason) => command.send({ id, reason })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** The one thing to do; null where there is none, so that no empty bar stands below. */
function bottomOf(shift: ShiftDetail): ReactNode {
  const { mine, can, id, state } = shift;
  const toDoor = () => open('/packages/volunteers/check-in/index', { id });
  if (mine?.state === 'offered') return <AnswerOffer shift={shift} />;
  // Whoever is in may send their coming again: what is left to do is to go.
  if (can.checkOut === null) return <Button onTap={toDoor}>签退</Button>;
  if (can.checkIn === null) return <Button onTap={toDoor}>签到</Button>;
  // An office from elsewhere leads the shift and does not take it.
  const leadsOnly = can.lead === null && can.claim === 'SHIFT_REPORT_FIRST';
  const claimable = mine === null && (state === 'open' || state === 'running') && !leadsOnly;
  return claimable ? <ClaimAction shift={shift} /> : null;
}

/** One shift: what it is, what can happen there, and my part in it. */
export default function ShiftPage() {
  const id = pageId(useRouter().params);
  const shift = useCall('shifts.detail', { id }, { enabled: id !== '' });
  return (
    <Page title="志愿班次" bottom={shift.data && bottomOf(shift.data)}>
      <Loaded of={shift}>
        {(shown) => (
          <>
            {shown.cancelled && (
              <Notice tone="clay" icon="cross" title="这一班取消了">
                <Text>原因：{shown.cancelled.reason}</Text>
              </Notice>
            )}
            <OwnClaimState shift={shown} />
            <Head shift={shown} />
            <Risks risks={shown.risks} />
            <Own shift={shown} />
            <List>
              <ListItem
                icon="document"
                title="看整个任务"
                note="做什么、要什么特长、别的班"
                onTap={() => open('/packages/volunteers/task/index', { id: shown.taskId })}
              />
            </List>
            <Withdraw shift={shown} />
            <Cancel shift={shown} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
