import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Page } from '@/components/page/page';
import { Stepper } from '@/components/stepper/stepper';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { PlaceField } from '@/features/places/place-field';
import { replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayOf, instantOf } from '@/services/time';

interface Words {
  placeId: string;
  title: string;
  purpose: string;
  closesOn: string | null;
  seats: number;
}

/** An office opens a round; everybody of the place is told. */
export default function OpenRoundPage() {
  const { placeId = '' } = useRouter().params;
  const blank: Words = { placeId, title: '', purpose: '', closesOn: null, seats: 1 };
  const { value, change, drop } = useDraftForm<Words>(`open-round:${placeId}`, () => blank);
  const command = useCommand('nominations.open');
  const { fields } = command;
  const { title, purpose, closesOn, seats } = value;
  const missing =
    title.trim() && purpose.trim() && closesOn ? undefined : '请填名称、评什么样的人、推荐到哪天';
  const send = async () => {
    if (!closesOn) return;
    const closesAt = instantOf(closesOn, '18:00');
    const made = await command.send({ placeId: value.placeId, title, purpose, closesAt, seats });
    if (!made) return;
    drop();
    replaceWith('/packages/nominations/round/index', { id: made.id });
  };
  return (
    <Page title="发起评选">
      <TextInput
        label="名称"
        hint="比如：最美邻居"
        value={title}
        onChange={(next) => change({ title: next })}
        max={40}
        error={fields.title}
      />
      <TextArea
        label="评什么样的人"
        value={purpose}
        onChange={(next) => change({ purpose: next })}
        max={1000}
        error={fields.purpose}
      />
      <PlaceField
        label="在哪里评"
        start={placeId}
        value={value.placeId}
        onChange={(next) => change({ placeId: next })}
      />
      <DateField
        label="推荐到哪天（下午6点止）"
        value={closesOn}
        from={dayOf(serverNow())}
        onChange={(next) => change({ closesOn: next })}
        error={fields.closesAt}
      />
      <Stepper
        label="选几位"
        value={seats}
        min={1}
        max={20}
        unit="位"
        onChange={(next) => change({ seats: next })}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={missing} note="发起以后，这个范围的人都会收到通知">
        发起
      </Button>
    </Page>
  );
}
