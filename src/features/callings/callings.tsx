import type { CallingsView, CallingView } from '@contract/callings';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { ThresholdBar } from '@/components/threshold-bar/threshold-bar';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { COUNTED_WORDS } from '@/features/proposals/proposal-words';
import { countText } from '@/services/figures';
import { denial } from '@/services/messages';
import { serverNow } from '@/services/server-clock';
import { dateText } from '@/services/time';

interface CallingProps {
  proposalId: string;
  calling: CallingView;
}

function Lines({ lines }: Pick<CallingView, 'lines'>) {
  return (
    <>
      {lines.map(({ by, supporters, all, needed, missing, article }) => {
        const { who, unit } = COUNTED_WORDS[by];
        return (
          <View key={by}>
            <ThresholdBar
              label={`联名的${who}`}
              value={supporters}
              total={all}
              unit={unit}
              mark={{ num: needed, den: all, label: `${countText(needed)} ${unit}` }}
              met={missing === 0}
              missing={missing}
            />
            <Text>依据：{article}</Text>
          </View>
        );
      })}
    </>
  );
}

/** Where the demand stands: what happens next, and who has to act. */
function Standing({ calling }: { calling: CallingView }) {
  const { state, reachedAt, days, convener, bodyLabel, answer } = calling;
  if (answer) {
    return (
      <Notice tone="clay" icon="info" title={`${answer.by}答复了联名的人`}>
        <Text>{answer.reason}</Text>
      </Notice>
    );
  }
  if (reachedAt === null) return null;
  const on = dateText(reachedAt, serverNow());
  if (state === 'announced') {
    return <Notice tone="leaf" icon="check" title={`${on}联名够了，${bodyLabel}已经公布`} />;
  }
  return (
    <Notice tone="leaf" icon="check" title={`${on}联名够了`}>
      <Text>
        等{convener}召集{bodyLabel}或者答复，已过 {days ?? 0} 天。
      </Text>
    </Notice>
  );
}

function Answer({ proposalId, calling, onClose }: CallingProps & { onClose: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('callings.answer');
  const answer = async () => {
    if (await command.send({ proposalId, body: calling.body, reason })) onClose();
  };
  return (
    <Confirm
      open
      title="答复联名的人"
      text={`准备召集${calling.bodyLabel}的，请直接排会议、发通知，不用答复。不召集的，请写明理由。`}
      confirm="发出答复"
      reason={reason.trim() ? undefined : '先写理由'}
      onConfirm={answer}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={300} error={command.fields.reason} />
    </Confirm>
  );
}

function Signing({ proposalId, calling }: CallingProps) {
  const [asking, setAsking] = useState(false);
  const sign = useCommand('callings.sign');
  const unsign = useCommand('callings.unsign');
  const { body, bodyLabel, can, mine } = calling;
  const error = sign.error ?? unsign.error;
  const send = async () => {
    if (await sign.send({ proposalId, body })) setAsking(false);
  };
  if (mine) {
    return (
      <>
        {error && <ErrorBox error={error} />}
        {can.unsign === null && (
          <Button kind="quiet" onTap={() => unsign.send({ proposalId, body })}>
            撤回我的联名
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      <Button kind="plain" reason={denial(can.sign)} onTap={() => setAsking(true)}>
        联名要求开{bodyLabel}
      </Button>
      {asking && (
        <Confirm
          open
          title={`联名要求开${bodyLabel}吗？`}
          text="您的称呼会列在联名里，邻居和召集人都看得到。够人数以前可以撤回，够了就不能撤。"
          confirm="我要联名"
          onConfirm={send}
          error={error}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function Calling(props: CallingProps) {
  const [answering, setAnswering] = useState(false);
  const { calling } = props;
  const { state, names, signatures, fallen, can, bodyLabel, placeName } = calling;
  const more = signatures > names.length ? `等 ${countText(signatures)} 人` : '';
  return (
    <Card tone={state === 'reached' ? 'clay' : 'plain'}>
      <Text>
        {placeName}
        {bodyLabel}
      </Text>
      <Standing calling={calling} />
      <Lines lines={calling.lines} />
      {names.length > 0 && (
        <Text>
          已联名：{names.join('、')}
          {more}
        </Text>
      )}
      {fallen > 0 && (
        <View>
          <Text>
            ✕ 另有 {countText(fallen)} 人联名以后卖了房、搬走、注销或去世，
            {state === 'collecting' ? '不再计入。' : '够了人数那天的数字不变。'}
          </Text>
        </View>
      )}
      {state === 'collecting' && <Signing {...props} />}
      {state === 'reached' && can.answer === null && (
        <Button kind="plain" onTap={() => setAnswering(true)}>
          答复联名的人
        </Button>
      )}
      {answering && <Answer {...props} onClose={() => setAnswering(false)} />}
    </Card>
  );
}

/** Whether there is anything of it to show: to sign, or what was signed. */
const alive = ({ items }: CallingsView) =>
  items.filter(
    ({ state, signatures, fallen, can }) =>
      signatures + fallen > 0 ||
      state !== 'collecting' ||
      can.sign === null ||
      can.sign === 'CALL_NOT_COUNTED',
  );

/** The demands on a matter that there is anything to show of; none while they are read. */
export function useDemands(proposalId: string): CallingView[] {
  const callings = useCall('callings.ofProposal', { proposalId });
  return callings.data ? alive(callings.data) : [];
}

/** Demanding that a body be called: another thing than supporting the matter, and said so. */
export function Callings({ proposalId }: { proposalId: string }) {
  const shown = useDemands(proposalId);
  if (shown.length === 0) return null;
  return (
    <Section title="联名要求开会">
      <Notice tone="sky" icon="info" title="附议和联名是两回事">
        <Text>附议是支持这个提议。联名是要求依法开会：够了规定的人数，召集人就应当召集会议或者答复。</Text>
      </Notice>
      {shown.map((calling) => (
        <Calling key={calling.body} proposalId={proposalId} calling={calling} />
      ))}
    </Section>
  );
}
