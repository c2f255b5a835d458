import type { Choice } from '@contract/decision';
import type { MotionDetail, PaperRow } from '@contract/motions';
import { Text, View } from '@tarojs/components';
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
import { TextArea } from '@/components/text-area/text-area';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { choiceRows } from '@/features/motions/choice-marks';
import { PaperPhotos } from '@/features/motions/paper-photos';
import { PhotoCheck } from '@/features/photos/photo-check';
import { rowNote } from '@/features/motions/paper-words';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';

const TITLE = '核对纸质票';

const toList = (motionId: string) => replaceWith('/packages/paper-ballots/papers/index', { id: motionId });

function Reject({ row, onClose, onDone }: { row: PaperRow; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const command = useCommand('motions.rejectPaper');
  const reject = async () => {
    const { motionId, entryId, revision } = row;
    if (await command.send({ motionId, entryId, revision, reason })) onDone();
  };
  return (
    <Confirm
      open
      danger
      title="退回这张纸质票吗？"
      text="退回的票不计入。登记的人和投票人都看得到理由。退错了，核对结束以前可以用原来的照片重新登记。"
      confirm="退回"
      reason={reason.trim() ? undefined : '请写明理由，比如：没有签字'}
      onConfirm={reject}
      error={command.error}
      onClose={onClose}
    >
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}

function Done({ row }: { row: PaperRow }) {
  const back = (
    <Button kind="plain" onTap={() => toList(row.motionId)}>
      回到列表
    </Button>
  );
  if (row.state !== 'differed') {
    return (
      <Receipt title="核对好了" lines={[{ label: '投票人', value: row.label }]} next="已经通知投票人。">
        {back}
      </Receipt>
    );
  }
  return (
    <>
      <Notice tone="brand" icon="warn" title="两次登记不一致">
        <Text>没有计入。登记的人也收到了通知，请一起对着纸质票重新登记。</Text>
      </Notice>
      {back}
    </>
  );
}

/** Read from the photo, blind: what the first officer entered is not shown and not known to the phone. */
function Check({ motion, row }: { motion: MotionDetail; row: PaperRow }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [rejecting, setRejecting] = useState(false);
  const [done, setDone] = useState<PaperRow | null>(null);
  const command = useCommand('motions.confirmPaper');
  if (done) {
    return (
      <Page title={TITLE}>
        <Done row={done} />
      </Page>
    );
  }
  const { motionId, entryId, revision, can } = row;
  const confirm = async () => {
    if (choice) setDone(await command.send({ motionId, entryId, revision, choice }));
  };
  const bottom = (
    <Button
      onTap={confirm}
      reason={denial(can.confirm) ?? (choice ? undefined : '先照着照片选一项')}
      note="两个人选的一样才计入"
    >
      核对好了
    </Button>
  );
  return (
    <Page title={TITLE} bottom={bottom}>
      <Notice tone="sky" icon="home" title={row.label}>
        <Text>{rowNote(row)}</Text>
        {row.helper && (
          <View>
            <Text>{row.helper}帮着填的，本人同意</Text>
          </View>
        )}
      </Notice>
      <PaperPhotos photos={row.photos} />
      <PhotoCheck photos={row.photos} />
      <Section title="您看票上选的是">
        <ChoiceList
          label="您看票上选的是"
          choices={choiceRows(motion.choices)}
          value={choice}
          onChange={setChoice}
        />
      </Section>
      {command.error && <ErrorBox error={command.error} />}
      <Button kind="quiet" reason={denial(can.reject)} onTap={() => setRejecting(true)}>
        看不清或不合要求，退回
      </Button>
      {rejecting && <Reject row={row} onClose={() => setRejecting(false)} onDone={() => toList(motionId)} />}
    </Page>
  );
}

/** The second officer's look at one paper. It is kept as it was opened: once it is checked, its photos are not given any more. */
function Opened({ motion, paper }: { motion: MotionDetail; paper: PaperRow | null }) {
  const [row] = useState(paper);
  if (row?.state === 'entered') return <Check motion={motion} row={row} />;
  return (
    <Page title={TITLE}>
      <Empty icon="check" title="这张纸质票已经处理过了" />
    </Page>
  );
}

export default function PaperCheckPage() {
  const { motionId = '', entryId = '' } = useRouter().params;
  const motion = useCall('motions.detail', { id: motionId }, { enabled: motionId !== '' });
  const waiting = useCall('motions.paper', { motionId, entryId }, { enabled: entryId !== '' });
  if (motion.data && waiting.data) return <Opened motion={motion.data} paper={waiting.data.paper} />;
  return (
    <Page title={TITLE}>
      <Loaded of={motion}>{() => <Loaded of={waiting}>{() => null}</Loaded>}</Loaded>
    </Page>
  );
}
