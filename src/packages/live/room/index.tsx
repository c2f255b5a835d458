import type { LiveView } from '@contract/live';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useCommand } from '@/features/calls/use-command';
import { ItemCard, OldNotice, PresenceSection, SpeechCard, VoteCard } from '@/features/live/live-parts';
import { type Live, useLive } from '@/features/live/use-live';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';

/** My place in the queue, in a sentence. */
function Mine({ mine }: { mine: LiveView['mine'] }) {
  if (mine.asked === null) return null;
  const { number, ahead } = mine;
  if (mine.asked === 'speaking') {
    return (
      <Card tone="leaf">
        <Text className="live-number">轮到您了，请发言</Text>
      </Card>
    );
  }
  const words = number === null ? '已举手，正在排号' : `您是 ${number} 号`;
  return (
    <Card tone="clay">
      <View className="live-number">
        <Text>{words}</Text>
      </View>
      {number !== null && (
        <View>
          <Text>{ahead ? `前面还有 ${ahead} 人` : '下一个就是您'}</Text>
        </View>
      )}
    </Card>
  );
}

function Main({ live, view }: { live: Live; view: LiveView }) {
  const ask = useCommand('live.ask');
  const withdraw = useCommand('live.withdraw');
  const { meetingId: id, mine, can, state } = view;
  const send = async (command: typeof ask) => {
    const answer = await command.send({ id });
    if (answer) live.take(answer);
  };
  if (state?.stage !== 'running' || can.ask === 'NOT_IN_SCOPE') {
    return (
      <Button kind="plain" onTap={() => open('/packages/meetings/detail/index', { id })}>
        看会议页面
      </Button>
    );
  }
  if (can.ask === 'LIVE_CHECK_IN_FIRST') {
    return (
      <Button onTap={() => open('/packages/meetings/check-in/index', { id })} note="报到以后可以举手发言">
        报到
      </Button>
    );
  }
  if (mine.asked === null) {
    return (
      <>
        {ask.error && <ErrorBox error={ask.error} />}
        <Button icon="talk" onTap={() => send(ask)} reason={can.ask ? messages[can.ask] : undefined}>
          举手发言
        </Button>
      </>
    );
  }
  return (
    <>
      {withdraw.error && <ErrorBox error={withdraw.error} />}
      <Button
        kind="plain"
        onTap={() => send(withdraw)}
        reason={
          can.withdraw
            ? mine.asked === 'speaking'
              ? '说完请坐下，主持人会叫下一位'
              : messages[can.withdraw]
            : undefined
        }
      >
        取消举手
      </Button>
    </>
  );
}

function Room({ view }: { view: LiveView }) {
  const { state, mine } = view;
  if (!state) {
    return <Empty title="会还没有开始" text="主持人开始以后，这里会自动显示议题、发言和表决。" />;
  }
  return (
    <>
      <ItemCard state={state} />
      <Mine mine={mine} />
      {state.vote && <VoteCard vote={state.vote} />}
      {state.stage === 'running' && <SpeechCard state={state} />}
      <PresenceSection state={state} />
    </>
  );
}

/** A meeting while it is held, on the phone of whoever is there. */
export default function LiveRoomPage() {
  const id = pageId(useRouter().params);
  const live = useLive(id);
  return (
    <Page title={live.view?.title ?? '会议现场'} bottom={live.view && <Main live={live} view={live.view} />}>
      <OldNotice answeredAt={live.answeredAt} />
      <Loaded of={{ data: live.view, error: live.error, refetch: live.refetch }}>
        {(view) => <Room view={view} />}
      </Loaded>
    </Page>
  );
}
