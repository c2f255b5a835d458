import type { Choice } from '@contract/decision';
import type { MotionDetail, MyVoter } from '@contract/motions';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { useCommand } from '@/features/calls/use-command';
import { keepReceipt } from '@/services/kept-receipts';
import { messages } from '@/services/messages';
import { open } from '@/services/navigate';
import { bringIntoSight } from '@/services/scroll';
import { choiceRows } from './choice-marks';

/** The state of one ballot paper: what is chosen, and the one tap that casts it. */
export function useBallot(motion: MotionDetail, voter: MyVoter | null) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const command = useCommand('motions.castBallot');
  const cast = async () => {
    if (!voter || !choice) return;
    const { entryId, ballot } = voter;
    const replaces = ballot?.revision ?? 0;
    const answer = await command.send({ motionId: motion.id, entryId, choice, replaces });
    if (!answer) return;
    if (answer.signed) keepReceipt(motion.id, entryId, answer.signed);
    setChoice(null);
    open('/packages/motions/receipt/index', { motionId: motion.id, entryId });
  };
  return { choice, setChoice, cast, error: command.error };
}

type Ballot = ReturnType<typeof useBallot>;

const PAPER = 'ballot-paper';

interface BallotPaperProps {
  motion: MotionDetail;
  ballot: Ballot;
  /** Asked for at the bottom of the page: then it comes into sight by itself. */
  asked: boolean;
}

/** 同意 / 反对 / 弃权, or the options; never told apart by colour alone. */
export function BallotPaper({ motion, ballot, asked }: BallotPaperProps) {
  const choices = choiceRows(motion.choices);
  useEffect(() => {
    if (asked) bringIntoSight(PAPER);
  }, [asked]);
  return (
    <>
      <View id={PAPER}>
        <ChoiceList label="您的意见" choices={choices} value={ballot.choice} onChange={ballot.setChoice} />
      </View>
      {ballot.error && <ErrorBox error={ballot.error} />}
    </>
  );
}

/** The button at the bottom: it says what will be cast. */
export function CastButton({
  motion,
  voter,
  ballot,
}: {
  motion: MotionDetail;
  voter: MyVoter;
  ballot: Ballot;
}) {
  const chosen = motion.choices.find((one) => one.choice === ballot.choice);
  const denial = voter.may ?? voter.locked ?? motion.can.vote;
  const verb = voter.ballot ? '改投' : '投';
  if (!chosen && !denial) {
    // On a small screen the paper lies far below the figures: a grey button alone would say nothing of where to choose.
    return (
      <Button onTap={() => bringIntoSight(PAPER)} note="先选一项，再投">
        {voter.ballot ? '去改票' : '去投票'}
      </Button>
    );
  }
  return (
    <Button
      onTap={ballot.cast}
      reason={denial ? messages[denial] : undefined}
      note="截止前可以改，以最后一次为准"
      busyText="正在投票…"
    >
      {chosen ? `${verb}“${chosen.label}”` : '投票'}
    </Button>
  );
}
