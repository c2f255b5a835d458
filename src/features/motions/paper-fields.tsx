import { Text } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import type { MotionForm } from './use-draft-motion';

interface PaperFieldsProps {
  form: MotionForm;
  change: (part: Partial<MotionForm>) => void;
  fields: Record<string, string>;
}

const PAPER = [
  { id: 'none', title: '只在手机上投' },
  {
    id: 'latest',
    title: '也收纸质票，以最后投的为准',
    note: '截止前可以改主意：先交了纸质票，后来在手机上投，算手机的；反过来也一样',
  },
  {
    id: 'first',
    title: '也收纸质票，以最先投的为准',
    note: '交了纸质票就不能再在手机上投；先在手机上投了的，纸质票不算',
  },
] as const;

const BOX = [
  { id: 'none', title: '只在手机上投' },
  {
    id: 'first',
    title: '也设票箱，收纸质票',
    note: '票上不写名字，自己放进票箱；手机和纸质只能用一样，先用的算',
  },
] as const;

const TIMES = [
  { id: 'usual', title: '照常：会上30分钟，书面1天' },
  { id: '30', title: '30分钟' },
  { id: '1440', title: '1天' },
  { id: '2880', title: '2天' },
  { id: '4320', title: '3天' },
] as const;

type Time = (typeof TIMES)[number]['id'];

const timeOf = (minutes: number | null | undefined): Time | null =>
  TIMES.find(({ id }) => id === (minutes ? String(minutes) : 'usual'))?.id ?? null;

/** Whether paper is taken too, which ballot counts then, and how long papers are checked after the closing. */
export function PaperFields({ form, change, fields }: PaperFieldsProps) {
  // A form that was begun before there was paper knows nothing of it.
  const paper = form.paper ?? 'none';
  const secret = form.ballot === 'secret';
  return (
    <>
      <PickField
        label="也收纸质票吗"
        choices={secret ? BOX : PAPER}
        value={paper}
        onChange={(chosen) => change({ paper: chosen })}
        error={fields['paper.precedence']}
      />
      {paper !== 'none' && (
        <>
          <PickField<Time>
            label={secret ? '截止以后，再留多久开箱数票' : '截止以后，再留多久核对纸质票'}
            choices={TIMES}
            value={timeOf(form.settleMinutes)}
            onChange={(id) => change({ settleMinutes: id === 'usual' ? null : Number(id) })}
            error={fields['paper.settleMinutes']}
          />
          <Notice tone="sky" icon="info" title={secret ? '票箱要两个人办' : '纸质票要两个人办'}>
            <Text>
              {secret
                ? '看着投票人放进去，登记一下谁放过了。截止以后开箱，两个人各数一遍，数得一样才计入；过时没有数完的不计入。'
                : '一个人拍照登记，另一个人对着照片核对，两个人看的一样才计入。投票人会收到通知，不是自己的意思可以说。'}
            </Text>
          </Notice>
        </>
      )}
    </>
  );
}
