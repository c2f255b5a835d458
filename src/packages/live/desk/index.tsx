import type { LiveView } from '@contract/live';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { LeadItem, LeadScreen, LeadSpeech, LeadVotes } from '@/features/live/lead-parts';
import { OldNotice, PresenceSection, VoteCard } from '@/features/live/live-parts';
import { endWords } from '@/features/live/live-words';
import { type Lead, useLead } from '@/features/live/use-lead';
import { type Live, useLive } from '@/features/live/use-live';
import { messages } from '@/services/messages';
import { pageId } from '@/services/page-id';

/** Who leads, where it is somebody else: one tap, and this phone does (LIVE-4). */
function TakeOver({ live, view }: { live: Live; view: LiveView }) {
  const command = useCommand('live.takeOver');
  const { leader, can, meetingId: id } = view;
  if (!leader || leader.you || can.takeOver !== null) return null;
  const take = async () => {
    const answer = await command.send({ id, term: leader.term });
    if (answer) live.take(answer);
    else await live.refetch();
  };
  return (
    <>
      <Notice tone="clay" icon="info" title={`现在由${leader.office}主持`}>
        <Text>主持的手机坏了、没电了，您可以马上接手，会议不会中断。</Text>
      </Notice>
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="plain" onTap={take}>
        由我主持
      </Button>
    </>
  );
}

function End({ lead }: { lead: Lead }) {
  const [asking, setAsking] = useState(false);
  const end = async () => {
    if (await lead.end()) setAsking(false);
  };
  return (
    <>
      <Button kind="danger" onTap={() => setAsking(true)}>
        散会
      </Button>
      <Confirm
        open={asking}
        danger
        title="现在散会吗？"
        text="手机和大屏都会显示会开完了，排队的人不再叫号。正在进行的表决不受影响，到时间照常计票。"
        confirm="散会"
        error={lead.error}
        onConfirm={end}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

function Desk({ live, view }: { live: Live; view: LiveView }) {
  const lead = useLead(live, view);
  const { state, desk, can } = view;
  if (!state || !desk) return null;
  const leads = can.lead === null;
  const parts = { state, desk, lead, leads };
  return (
    <>
      <TakeOver live={live} view={view} />
      {lead.error && <ErrorBox error={lead.error} />}
      <LeadItem {...parts} />
      {state.vote && <VoteCard vote={state.vote} ballot={false} />}
      <LeadVotes {...parts} />
      <LeadSpeech {...parts} />
      <PresenceSection state={state} />
      {leads && <LeadScreen desk={desk} lead={lead} />}
      {leads && <End lead={lead} />}
    </>
  );
}

function Start({ live, view }: { live: Live; view: LiveView }) {
  const command = useCommand('live.start');
  const { can, meetingId: id, state } = view;
  const start = async () => {
    const answer = await command.send({ id });
    if (answer) live.take(answer);
  };
  return (
    <>
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={start} reason={can.start ? messages[can.start] : undefined}>
        {state ? '重新开始' : '现在开始'}
      </Button>
    </>
  );
}

function Main({ live, view }: { live: Live; view: LiveView }) {
  const lead = useLead(live, view);
  const { state, can, desk } = view;
  if (state?.stage !== 'running') return <Start live={live} view={view} />;
  if (can.lead !== null) return null;
  const nobody = state.speaker === null && desk?.queue.length === 0;
  const done = state.speaker !== null && desk?.queue.length === 0;
  return (
    <>
      {lead.error && <ErrorBox error={lead.error} />}
      <Button icon="talk" onTap={() => lead.callNext(true)} reason={nobody ? '还没有人举手' : undefined}>
        {done ? '发言完了' : '叫下一位'}
      </Button>
    </>
  );
}

function Resting({ view }: { view: LiveView }) {
  if (view.state) return <Notice tone="stone" icon="info" title={endWords(view.state)} />;
  return (
    <Empty
      title="会还没有开始"
      text="开始以后，居民在手机上看得到议题、可以举手排队；大屏用6个数字的配对码连接。"
    />
  );
}

/** A meeting while it is held, on the phone of whoever leads it. */
export default function LiveDeskPage() {
  const id = pageId(useRouter().params);
  const live = useLive(id);
  return (
    <Page title={live.view?.title ?? '主持现场'} bottom={live.view && <Main live={live} view={live.view} />}>
      <OldNotice answeredAt={live.answeredAt} />
      <Loaded of={{ data: live.view, error: live.error, refetch: live.refetch }}>
        {(view) =>
          view.state?.stage === 'running' ? <Desk live={live} view={view} /> : <Resting view={view} />
        }
      </Loaded>
    </Page>
  );
}
