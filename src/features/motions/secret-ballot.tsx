import type { Choice } from '@contract/decision';
import type { MotionDetail, MyVoter } from '@contract/motions';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Notice } from '@/components/notice/notice';
import { Receipt } from '@/components/receipt/receipt';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { keepReceipt } from '@/services/kept-receipts';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { bringIntoSight } from '@/services/scroll';
import { serverNow } from '@/services/server-clock';
import { dateTimeText, dayTimeText } from '@/services/time';
import { choiceRows } from './choice-marks';

const PAPER = 'secret-paper';

/** What is chosen, until it is sent: it is kept nowhere, and gone with the page (SECRET-9). */
export function useSecretBallot(motion: MotionDetail, voter: MyVoter | null) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [asking, setAsking] = useState(false);
  const command = useCommand('motions.castSecret');
  const cast = async () => {
    if (!voter || !choice) return;
    const { entryId } = voter;
    const answer = await command.send({ motionId: motion.id, entryId, choice });
    if (!answer) return;
    keepReceipt(motion.id, entryId, answer.signed);
    setChoice(null);
    setAsking(false);
    open('/packages/motions/secret-receipt/index', { motionId: motion.id, entryId });
  };
  return { choice, setChoice, asking, setAsking, cast, error: command.error };
}

type SecretBallotState = ReturnType<typeof useSecretBallot>;

/** Who can see what, in the server's words, beside the ballot (SECRET-11). */
export function WhoSees({ motion }: { motion: MotionDetail }) {
  if (motion.secretWords.length === 0 || motion.phase === 'counted') return null;
  return (
    <Notice tone="sky" icon="eye" title="无记名：谁能看到什么">
      {motion.secretWords.map((words) => (
        <View key={words}>
          <Text>· {words}</Text>
        </View>
      ))}
    </Notice>
  );
}

/** That my voter has voted; of what there is nothing to show. */
function Mark({ motion, voter }: { motion: MotionDetail; voter: MyVoter }) {
  const { mark, entryId } = voter;
  if (!mark) return null;
  const now = serverNow();
  const next = motion.phase === 'counted' ? '' : `${dayTimeText(motion.resultAt, now)} 公布结果。`;
  return (
    <Receipt
      title={mark.channel === 'box' ? '您家的纸质票放进票箱了' : '您已投票'}
      lines={[
        { label: '投票人', value: voter.label },
        { label: '时间', value: dateTimeText(mark.castAt, now) },
      ]}
      code={mark.receipt}
      next={`${mark.words}${next}`}
    >
      <Button
        kind="plain"
        onTap={() => open('/packages/motions/secret-receipt/index', { motionId: motion.id, entryId })}
      >
        看回执
      </Button>
    </Receipt>
  );
}

interface SecretProps {
  motion: MotionDetail;
  voter: MyVoter;
  ballot: SecretBallotState;
}

/** 同意 / 反对 / 弃权, and once more the question before it is sent: it cannot be changed. */
export function SecretPaper({ motion, voter, ballot }: SecretProps) {
  const open = motion.phase === 'open' && voter.may === null && voter.locked === null;
  const chosen = motion.choices.find((one) => one.choice === ballot.choice);
  return (
    <>
      <Mark motion={motion} voter={voter} />
      {open && (
        <View id={PAPER}>
          <ChoiceList
            label="您的意见"
            choices={choiceRows(motion.choices)}
            value={ballot.choice}
            onChange={ballot.setChoice}
          />
        </View>
      )}
      {ballot.asking && chosen && (
        <Confirm
          open
          title={`投“${chosen.label}”，确定吗？`}
          text="投了不能改，以后谁也查不到您投的是什么，您自己也查不到。"
          confirm={`确定投“${chosen.label}”`}
          onConfirm={ballot.cast}
          error={ballot.error}
          onClose={() => ballot.setAsking(false)}
        />
      )}
    </>
  );
}

/** The button at the bottom; the vote itself is sent from the question that it asks. */
export function SecretCast({ motion, voter, ballot }: SecretProps) {
  if (motion.phase !== 'open' || voter.may !== null || voter.locked !== null) return null;
  const chosen = motion.choices.find((one) => one.choice === ballot.choice);
  const denial = motion.can.vote;
  if (!chosen && !denial) {
    return (
      <Button onTap={() => bringIntoSight(PAPER)} note="先选一项，再投">
        去投票
      </Button>
    );
  }
  return (
    <Button
      onTap={() => ballot.setAsking(true)}
      reason={denial ? messages[denial] : undefined}
      note="无记名，投了不能改"
    >
      {chosen ? `投“${chosen.label}”` : '投票'}
    </Button>
  );
}
