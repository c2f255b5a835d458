import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Confirm } from '@/components/sheet/confirm';
import { Stepper } from '@/components/stepper/stepper';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { TimeField } from '@/components/time-field/time-field';

const VOTES = [
  { id: 'yes', title: '同意', mark: 'yes' },
  { id: 'no', title: '反对', mark: 'no' },
  { id: 'abstain', title: '弃权', note: '算参加，不算同意', mark: 'abstain' },
] as const;

const PLACES = [
  { id: 'a', title: '幸福里小区' },
  { id: 'b', title: '3 栋', note: '只有 3 栋的业主参加' },
  { id: 'c', title: '3 栋 2 单元', reason: '没有本地规定，不能单独由一个单元决定' },
] as const;

function Vote() {
  const [vote, setVote] = useState<'yes' | 'no' | 'abstain' | null>('yes');
  const [open, setOpen] = useState(false);
  return (
    <Section title="投票">
      <ChoiceList label="您的意见" choices={VOTES} value={vote} onChange={setVote} />
      <Button kind="danger" onTap={() => setOpen(true)}>
        撤回这条提议
      </Button>
      <Confirm
        open={open}
        danger
        title="撤回这条提议吗？"
        text="43 户邻居已经附议。撤回以后大家还看得到，但不再往下办。"
        confirm="撤回"
        onConfirm={() => setOpen(false)}
        onClose={() => setOpen(false)}
      />
    </Section>
  );
}

function Words() {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('车停到消防通道上了，娃儿过路吓人得很，东门那块空地能不能改成停车位嘛。');
  return (
    <>
      <TextInput label="标题" value={title} onChange={setTitle} placeholder="比如：东门空地改停车位" />
      <TextInput
        label="信箱里的认领码"
        value="8F3K"
        onChange={setTitle}
        error="这个码不对或已经用过。请对照信箱里的纸条再输一次。"
      />
      <TextArea label="您想说什么" hint="一句话就可以" value={text} onChange={setText} max={50} />
      <TextArea
        label="补充说明"
        optional
        value=""
        onChange={setText}
        max={500}
        placeholder="可以写得详细一些"
      />
    </>
  );
}

function Picks() {
  const [place, setPlace] = useState<'a' | 'b' | 'c' | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [time, setTime] = useState<string | null>('19:30');
  const [count, setCount] = useState(15);
  const [photos, setPhotos] = useState<string[]>([]);
  const sending = useSending();
  return (
    <>
      <PickField label="哪里的事" choices={PLACES} value={place} onChange={setPlace} />
      <DateField label="开会日期" hint="通知要满 15 天" value={on} onChange={setOn} />
      <TimeField label="开始时间" value={time} onChange={setTime} />
      <Stepper label="公示天数" value={count} min={15} max={30} unit="天" onChange={setCount} />
      <PhotoPicker label="照片" optional value={photos} onChange={setPhotos} onSending={sending.onSending} />
    </>
  );
}

const STAGES = [
  { id: 'collecting', text: '征集', count: 12, icon: 'talk' },
  { id: 'voting', text: '表决中', count: 0 },
] as const;

function Views() {
  const [stage, setStage] = useState<'collecting' | 'voting'>('collecting');
  return (
    <Section title="换着看">
      <Segments label="阶段" segments={STAGES} value={stage} onChange={setStage} />
      <Segments inner label="阶段里面" segments={STAGES} value={stage} onChange={setStage} />
    </Section>
  );
}

export function FormsRoom() {
  return (
    <>
      <Views />
      <Vote />
      <Words />
      <Picks />
    </>
  );
}
