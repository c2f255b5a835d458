import type { ReportKind } from '@contract/volunteers';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { Receipt } from '@/components/receipt/receipt';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { CommunityField, type PickedPlace } from '@/features/volunteers/community-field';
import { replaceWith } from '@/services/navigate';

const KINDS: { id: ReportKind; title: string; note?: string }[] = [
  { id: 'party-member', title: '党员', note: '双报到' },
  { id: 'courier', title: '快递、外卖小哥' },
  { id: 'other', title: '别的身份', note: '在附近上班、上学的' },
];

function missingIn(place: PickedPlace | null, kind: ReportKind | null, unit: string): string | undefined {
  if (!place) return '请选报到哪里';
  if (!kind) return '请选您的身份';
  return unit.trim() ? undefined : '请写单位或平台';
}

function Form({ onDone }: { onDone: (place: PickedPlace) => void }) {
  const [place, setPlace] = useState<PickedPlace | null>(null);
  const [kind, setKind] = useState<ReportKind | null>(null);
  const [unit, setUnit] = useState('');
  const command = useCommand('volunteers.reportIn');
  const { fields } = command;
  const send = async () => {
    if (!place || !kind) return;
    if (await command.send({ placeId: place.id, kind, unit })) onDone(place);
  };
  return (
    <>
      <Notice tone="sky" icon="info" title="报到是您自己的事">
        <Text>报到以后能看到那里的任务，愿意做哪一班自己报名。没有人会派活给您，随时可以取消。</Text>
      </Notice>
      <CommunityField value={place} onChange={setPlace} error={fields.placeId} />
      <PickField label="您的身份" choices={KINDS} value={kind} onChange={setKind} error={fields.kind} />
      <TextInput
        label="单位或平台"
        placeholder="比如：某某机械厂党支部"
        value={unit}
        onChange={setUnit}
        max={40}
        error={fields.unit}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={missingIn(place, kind, unit)}>
        报到
      </Button>
    </>
  );
}

/** 双报到: whoever has no home there says themselves that they come. */
export default function ReportInPage() {
  const [done, setDone] = useState<PickedPlace | null>(null);
  return (
    <Page
      title="我要报到"
      bottom={
        done && (
          <Button onTap={() => replaceWith('/packages/volunteers/list/index', { placeId: done.id })}>
            看那里的任务
          </Button>
        )
      }
    >
      {done ? (
        <Receipt
          title="报到好了"
          lines={[{ label: '地方', value: done.name }]}
          next="以后不去了，在“我的志愿档案”里取消。"
        />
      ) : (
        <Form onDone={setDone} />
      )}
    </Page>
  );
}
