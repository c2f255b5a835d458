import type { BoxView } from '@contract/secret-ballots';
import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { PhotoCheck } from '@/features/photos/photo-check';
import { PaperPhotos } from './paper-photos';
import { missingOf, useBoxCount } from './use-box-count';

const KINDS = [
  { id: 'counted', title: '数好了，照实登记' },
  { id: 'invalid', title: '票比登记的多，整箱作废', note: '两个人都要登记，各写原因' },
] as const;

type Counting = ReturnType<typeof useBoxCount>;

function Figures({ box, form, change }: { box: BoxView } & Pick<Counting, 'form' | 'change'>) {
  const put = (name: string, value: string) => change({ figures: { ...form.figures, [name]: value } });
  const field = (name: string, label: string, hint?: string) => (
    <TextInput
      key={name}
      label={label}
      hint={hint}
      kind="number"
      max={6}
      value={form.figures[name] ?? ''}
      onChange={(value) => put(name, value)}
    />
  );
  if (form.kind === 'invalid') {
    return (
      <>
        {field('all', '箱里一共多少张')}
        <TextInput
          label="为什么比登记的多"
          value={form.reason}
          onChange={(reason) => change({ reason })}
          max={200}
        />
      </>
    );
  }
  return (
    <>
      {box.choices.map(({ choice, label }) => field(choice, `投“${label}”的，几张`))}
      {field('spoiled', '废票，几张', '没有选、选了几项、看不清的')}
    </>
  );
}

/** What one officer found in the box: as the first with a photo, as the second from their own count. */
export function BoxCount({ box }: { box: BoxView }) {
  const { form, change, send, second, error } = useBoxCount(box);
  const sending = useSending();
  if (box.can.enter !== null && !second) return null;
  return (
    <Section title={second ? '第二次登记' : '开箱登记'}>
      {second && (
        <>
          <Notice tone="clay" icon="info" title="请自己数一遍再填">
            <Text>{box.enteredByName}登记过一次。您填的和那一次一样才算数，不一样要重新数。</Text>
          </Notice>
          <PaperPhotos photos={box.photos} />
          <PhotoCheck photos={box.photos} />
        </>
      )}
      <PickField label="箱里的票" choices={KINDS} value={form.kind} onChange={(kind) => change({ kind })} />
      <Figures box={box} form={form} change={change} />
      {!second && (
        <PhotoPicker
          label="写好的计票单"
          hint="两个人签了名的，拍清楚"
          value={form.photos}
          onChange={(photos) => change({ photos })}
          onSending={sending.onSending}
        />
      )}
      {error && <ErrorBox error={error} />}
      <Button onTap={send} reason={sending.reason ?? missingOf(form, box)} busyText="正在登记…">
        {second ? '登记我数的' : '登记箱里的票'}
      </Button>
    </Section>
  );
}
