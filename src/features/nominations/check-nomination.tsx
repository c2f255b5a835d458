import type { NominationView, RoundDetail } from '@contract/nominations';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';

interface SheetProps {
  round: RoundDetail;
  nomination: NominationView;
  onClose: () => void;
}

const ANSWERS = [
  { id: 'accept', title: '属实，列为候选人', note: '大家从现在起看得到' },
  { id: 'join', title: '和另一位候选人是同一个人', note: '推荐的理由合在一起' },
  { id: 'refuse', title: '不通过', note: '写明理由' },
] as const;
type Answer = (typeof ANSWERS)[number]['id'];

/** The office has looked at who agreed and at what is said of them. */
export function CheckNomination({ round, nomination, onClose }: SheetProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reason, setReason] = useState('');
  const [joinTo, setJoinTo] = useState<string | null>(null);
  const command = useCommand('nominations.check');
  const { id, name, where, consent } = nomination;
  const send = async () => {
    const joined = answer === 'join' ? joinTo : null;
    const words = answer === 'refuse' ? reason : '';
    if (await command.send({ id, accept: answer !== 'refuse', reason: words, joinTo: joined })) onClose();
  };
  const nominees = round.nominees.map((one) => ({ id: one.id, title: `${one.name}（${one.where}）` }));
  const missing = {
    accept: undefined,
    join: joinTo ? undefined : '请选是哪一位',
    refuse: reason.trim() ? undefined : '请写理由',
  };
  return (
    <Confirm
      open
      title={`核实${name}（${where}）`}
      confirm="核实好了"
      reason={answer ? missing[answer] : '请选怎么处理'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      {consent && (
        <Text>
          {consent.guardian ? '监护人' : '本人'}
          {consent.onPaper ? '在纸上' : ''}同意：{consent.by}
          {consent.home ? `，${consent.home}` : ''}。请核对是不是同一个人。
        </Text>
      )}
      <ChoiceList label="核对下来" choices={ANSWERS} value={answer} onChange={setAnswer} />
      {answer === 'join' && (
        <PickField label="和谁是同一个人" choices={nominees} value={joinTo} onChange={setJoinTo} />
      )}
      {answer === 'refuse' && (
        <TextArea label="理由" value={reason} onChange={setReason} max={300} error={command.fields.reason} />
      )}
    </Confirm>
  );
}

/** A nominee without a phone has signed on paper: the sheet is kept as a photo. */
export function RecordConsent({ nomination, onClose }: Omit<SheetProps, 'round'>) {
  const [by, setBy] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  const sending = useSending();
  const command = useCommand('nominations.recordConsent');
  const send = async () => {
    if (await command.send({ id: nomination.id, by, photos })) onClose();
  };
  const ready = by.trim() !== '' && photos.length > 0;
  return (
    <Confirm
      open
      title={`登记${nomination.name}的纸质同意书`}
      confirm="登记"
      reason={ready ? sending.reason : '请填谁签的字，拍下同意书'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <TextInput
        label={nomination.minor ? '监护人姓名' : '签字的人'}
        value={by}
        onChange={setBy}
        max={20}
        error={command.fields.by}
      />
      <PhotoPicker label="同意书照片" value={photos} onChange={setPhotos} onSending={sending.onSending} />
    </Confirm>
  );
}
