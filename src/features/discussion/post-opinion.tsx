import type { OpinionView, Stance, SubjectKind } from '@contract/discussion';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { Field } from '@/components/field/field';
import { Receipt } from '@/components/receipt/receipt';
import { Sheet } from '@/components/sheet/sheet';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { STANCES, STANCE_WORDS } from './stances';

export interface PostOpinionProps {
  subjectKind: SubjectKind;
  subjectId: string;
  /** The opinion that is answered, or null for one of its own. */
  answered: OpinionView | null;
  onPosted: (stance: Stance) => void;
  onClose: () => void;
}

const CHOICES = STANCES.map((id) => ({ id, title: STANCE_WORDS[id].text, mark: STANCE_WORDS[id].mark }));

interface Draft {
  stance: Stance | null;
  text: string;
}

function usePost({ subjectKind, subjectId, answered, onPosted }: PostOpinionProps) {
  const draft = useDraftForm<Draft>(`opinion:${subjectId}:${answered?.id ?? ''}`, () => ({
    stance: null,
    text: '',
  }));
  const [posted, setPosted] = useState<OpinionView | null>(null);
  const command = useCommand('discussion.post');
  const { stance, text } = draft.value;
  const send = async () => {
    if (!stance) return;
    const about = { subjectKind, subjectId, ...(answered ? { replyTo: answered.id } : {}) };
    const opinion = await command.send({ ...about, stance, text });
    if (!opinion) return;
    draft.drop();
    setPosted(opinion);
    if (!answered) onPosted(stance);
  };
  return { value: draft.value, change: draft.change, command, send, posted };
}

function Posted({ opinion, onClose }: { opinion: OpinionView; onClose: () => void }) {
  return (
    <>
      <Receipt
        title={opinion.held ? '收到了，正在审核' : '您的意见已经发出'}
        lines={[
          { label: '态度', value: STANCE_WORDS[opinion.stance].text },
          { label: '时间', value: dateTimeText(opinion.createdAt, serverNow()) },
        ]}
        next={
          opinion.held
            ? '审核通过以后大家才看得到，现在只有您和社区看得到。'
            : '有人回复您，会在消息里告诉您。'
        }
      />
      <Button kind="plain" onTap={onClose}>
        知道了
      </Button>
    </>
  );
}

/** Says an opinion, or answers one: for, neutral or against, and the words. What is written stays until it is sent. */
export function PostOpinion(props: PostOpinionProps) {
  const { answered, onClose } = props;
  const { value, change, command, send, posted } = usePost(props);
  if (posted) {
    return (
      <Sheet open title="发好了" onClose={onClose}>
        <Posted opinion={posted} onClose={onClose} />
      </Sheet>
    );
  }
  const missing = !value.stance ? '请先选赞成、中立或反对' : value.text.trim() ? undefined : '请写一句话';
  return (
    <Sheet
      open
      title={answered ? `回复${answered.authorName}` : '说说您的意见'}
      onClose={onClose}
      actions={
        <Button onTap={send} reason={missing} busyText="正在发…">
          发出去
        </Button>
      }
    >
      {answered?.text && (
        <View className="opinion-answered">
          <Text>“{answered.text}”</Text>
        </View>
      )}
      <Field label="您的态度" error={command.fields.stance}>
        <ChoiceList
          label="您的态度"
          choices={CHOICES}
          value={value.stance}
          onChange={(stance) => change({ stance })}
        />
      </Field>
      <TextArea
        label="您想说的话"
        value={value.text}
        onChange={(text) => change({ text })}
        placeholder="一句话也可以"
        max={500}
        error={command.fields.text}
      />
      {command.error && <ErrorBox error={command.error} />}
    </Sheet>
  );
}
