import type { Choice } from '@contract/decision';
import type { HeldVote } from '@contract/proxies';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { choiceRows } from '@/features/motions/choice-marks';
import { scopeText } from '@/features/proxies/proxy-words';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

const TITLE = '代别人投票';

function GiveBack({ vote, onClose }: { vote: HeldVote; onClose: () => void }) {
  const command = useCommand('proxies.end');
  const giveBack = async () => {
    if (await command.send({ proxyId: vote.proxyId, number: vote.number })) onClose();
  };
  return (
    <Confirm
      open
      danger
      title="退回这份委托吗？"
      text={`退回以后您不能再代投（${scopeText(vote.wholeMeeting)}），委托人会收到消息。已经代投的票还算。`}
      confirm="退回委托"
      onConfirm={giveBack}
      error={command.error}
      onClose={onClose}
    />
  );
}

/** What I cast so far; what the principal cast themselves is shown to nobody else. */
function Done({ vote }: { vote: HeldVote }) {
  const { cast } = vote;
  if (!cast) return null;
  return (
    <Receipt
      title={cast.stands ? '您已代投' : '您代投的一票不再计'}
      mark={cast.stands ? 'check' : 'cross'}
      lines={[{ label: '时间', value: dateTimeText(cast.castAt, serverNow()) }]}
      secret={{ label: '您代投的是', value: cast.choiceLabel, ask: '看我代投的是什么' }}
      next={cast.stands ? '截止前可以改。委托人自己投了，以他自己的为准。' : undefined}
    />
  );
}

function Cast({ vote }: { vote: HeldVote }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [giving, setGiving] = useState(false);
  const command = useCommand('proxies.cast');
  const { motionId, entryId, choices, can } = vote;
  const chosen = choices.find((one) => one.choice === choice);
  const cast = async () => {
    if (!choice) return;
    if (await command.send({ motionId, entryId, choice, replaces: vote.cast?.revision ?? 0 }))
      setChoice(null);
  };
  const verb = vote.cast ? '改投' : '代投';
  const bottom = (
    <Button
      onTap={cast}
      reason={denial(can.cast) ?? (choice ? undefined : '先照委托人的意思选一项')}
      note="委托人马上会收到消息"
      busyText="正在投票…"
    >
      {chosen ? `${verb}“${chosen.label}”` : verb}
    </Button>
  );
  return (
    <Page title={TITLE} bottom={bottom}>
      <Notice tone="sky" icon="person" title={`${vote.voterLabel}的一票`}>
        <Text>
          {vote.principalName}委托您：{vote.motionTitle}
        </Text>
      </Notice>
      <Button kind="quiet" onTap={() => open('/packages/motions/detail/index', { id: motionId })}>
        看这件表决的说明
      </Button>
      <Done vote={vote} />
      {can.cast === null && (
        <Section title={vote.cast ? '改投别的' : '委托人的意见'}>
          <ChoiceList
            label="委托人的意见"
            choices={choiceRows(choices)}
            value={choice}
            onChange={setChoice}
          />
        </Section>
      )}
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="danger" onTap={() => setGiving(true)}>
        退回委托
      </Button>
      {giving && <GiveBack vote={vote} onClose={() => setGiving(false)} />}
    </Page>
  );
}

/** The ballot of a voter who entrusted me. */
export default function CastPage() {
  const { motionId = '', entryId = '' } = useRouter().params;
  const held = useCall('proxies.held', {}, { refreshEvery: 30_000 });
  const vote = held.data?.items.find((one) => one.motionId === motionId && one.entryId === entryId);
  if (vote) return <Cast vote={vote} />;
  return (
    <Page title={TITLE}>
      <Loaded of={held}>
        {() => (
          <Empty
            icon="people"
            title="这份委托已经结束"
            text="委托人收回了，或者您退回了，或者表决已经结束。"
          />
        )}
      </Loaded>
    </Page>
  );
}
