import type { NominationView, RoundDetail } from '@contract/nominations';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Confirm } from '@/components/sheet/confirm';
import { Tag, Tags } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { CandidateWords } from './candidate';
import { CheckNomination, RecordConsent } from './check-nomination';
import { STATES } from './nomination-words';
import './nominations.scss';

function Withdraw({ nomination, onClose }: { nomination: NominationView; onClose: () => void }) {
  const command = useCommand('nominations.withdraw');
  const send = async () => {
    if (await command.send({ id: nomination.id })) onClose();
  };
  return (
    <Confirm
      open
      title="退出这次评选？"
      text="退出以后不能再加回来。已经公布还没开始的投票会取消，由社区重新起草。"
      confirm="退出"
      danger
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    />
  );
}

/** How the nominator reaches the nominee: the code opens the page on which they answer. */
function Code({ code, minor }: { code: string; minor: boolean }) {
  return (
    <View className="nominations-small">
      <Text>把邀请码告诉{minor ? '孩子的监护人' : '本人'}，在“服务—评选—有人推荐我”里输入：</Text>
      <View className="nominations-code">
        <Text>{code}</Text>
      </View>
    </View>
  );
}

type Opened = 'check' | 'consent' | 'withdraw' | null;

/** One nomination for whoever made it, whoever it is about, and the offices. */
export function NominationCard({ round, nomination }: { round: RoundDetail; nomination: NominationView }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const { state, code, minor, reason, can } = nomination;
  return (
    <Card>
      <Tags>
        <Tag tone={STATES[state].tone}>{STATES[state].text}</Tag>
      </Tags>
      <CandidateWords candidate={nomination} />
      {reason !== '' && <Text>理由：{reason}</Text>}
      {state === 'asked' && code !== null && <Code code={code} minor={minor} />}
      {can.check === null && (
        <Button size="small" onTap={() => setOpened('check')}>
          核实
        </Button>
      )}
      {can.recordConsent === null && (
        <Button kind="plain" size="small" onTap={() => setOpened('consent')}>
          登记纸质同意书
        </Button>
      )}
      {can.withdraw === null && (
        <Button kind="plain" size="small" onTap={() => setOpened('withdraw')}>
          退出评选
        </Button>
      )}
      {opened === 'check' && <CheckNomination round={round} nomination={nomination} onClose={close} />}
      {opened === 'consent' && <RecordConsent nomination={nomination} onClose={close} />}
      {opened === 'withdraw' && <Withdraw nomination={nomination} onClose={close} />}
    </Card>
  );
}
