import type { MotionDetail, MyPaper as Paper, MyVoter } from '@contract/motions';
import { useDidHide } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { secretOf } from './motion-words';
import { PaperPhotos } from './paper-photos';

interface MyPaperProps {
  motion: MotionDetail;
  voter: MyVoter;
  paper: Paper;
}

/** Sets the paper aside, after a question: the officers hear of it, and no other paper is taken. */
function Objection({ motion, voter, paper, onClose }: MyPaperProps & { onClose: () => void }) {
  const command = useCommand('motions.objectPaper');
  const object = async () => {
    const { entryId } = voter;
    if (await command.send({ motionId: motion.id, entryId, number: paper.number })) onClose();
  };
  const more = motion.phase === 'open' ? '您可以马上在手机上投。' : '';
  return (
    <Confirm
      open
      danger
      title="这张纸质票不是您家的意思吗？"
      text={`说了以后，这张票作废，您手机上投过的照样算。工作人员会收到通知，这次也不再收您家的纸质票。${more}`}
      confirm="不是我的意思，作废"
      onConfirm={object}
      error={command.error}
      onClose={onClose}
    />
  );
}

/** The photo shows the choice: behind a tap as well, and hidden again on leaving (BAL-21). */
function HiddenPhotos({ photos }: { photos: readonly string[] }) {
  const [shown, setShown] = useState(false);
  useDidHide(() => setShown(false));
  return (
    <>
      {shown && <PaperPhotos photos={photos} />}
      <Button kind="quiet" icon={shown ? 'eye-off' : 'eye'} onTap={() => setShown(!shown)}>
        {shown ? '收起照片' : '看票的照片'}
      </Button>
    </>
  );
}

const TITLES: Record<Paper['state'], string> = {
  entered: '有人登记了您家的纸质票',
  confirmed: '您家的纸质票没有计入',
  differed: '您家的纸质票要重新登记',
  rejected: '您家的纸质票没有计入',
  withdrawn: '您家的纸质票没有计入',
  objected: '您家的纸质票已作废',
};

const MARKS: Record<Paper['state'], 'check' | 'clock' | 'warn' | 'cross'> = {
  entered: 'clock',
  confirmed: 'cross',
  differed: 'warn',
  rejected: 'cross',
  withdrawn: 'cross',
  objected: 'cross',
};

/** What was entered on paper in this voter's name, with its photo, and the way to say that it is not what they meant. */
export function MyPaper(props: MyPaperProps) {
  const { motion, paper, voter } = props;
  const [asking, setAsking] = useState(false);
  const lines = [
    { label: '投票人', value: voter.label },
    { label: '登记人', value: paper.enteredByName },
    { label: '时间', value: dateTimeText(paper.registeredAt, serverNow()) },
    { label: '怎么收的', value: paper.channel === 'door' ? '上门收的' : '交来的' },
    ...(paper.helper ? [{ label: '谁帮填的', value: paper.helper }] : []),
  ];
  const over = paper.can.object === 'PAPER_STAGE';
  const counts = voter.ballot !== null && voter.ballot.channel !== 'phone';
  const aside = paper.state === 'objected' && paper.written && !voter.ballot && !voter.otherCast;
  return (
    <Section title="纸质票">
      <Receipt
        title={counts ? '您家的纸质票已计入' : TITLES[paper.state]}
        mark={counts ? 'check' : MARKS[paper.state]}
        lines={lines}
        secret={{ ...secretOf(paper), label: '票上写的是', ask: '看票上写的是什么' }}
        next={paper.words}
      >
        <HiddenPhotos photos={paper.photos} />
        {(counts || aside) && (
          <Button
            kind="plain"
            onTap={() =>
              open('/packages/motions/receipt/index', { motionId: motion.id, entryId: voter.entryId })
            }
          >
            看回执
          </Button>
        )}
        {!over && (
          <Button kind="danger" reason={denial(paper.can.object)} onTap={() => setAsking(true)}>
            这不是我的意思
          </Button>
        )}
      </Receipt>
      {asking && <Objection {...props} onClose={() => setAsking(false)} />}
    </Section>
  );
}
