import type { OpeningHours } from '@contract/opening-hours';
import type { RoomDetail } from '@contract/rooms';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useSending } from '@/components/photo-picker/photo-picker';
import { useCall } from '@/features/calls/use-call';
import { ApprovalStep, LengthStep } from '@/features/rooms/room-rule-steps';
import { HoursStep, WhatStep, WhoStep } from '@/features/rooms/room-steps';
import { type RoomForm, useKeepRoom } from '@/features/rooms/use-keep-room';
import '@/features/rooms/rooms.scss';
import { replaceWith } from '@/services/navigate';

const STEPS = ['是哪一间', '什么时候开', '谁能订', '订多久', '要不要同意'] as const;
const LAST = STEPS.length - 1;
const WHOLE = /^[1-9]\d{0,3}$/;

/** Which step a refused field stands on. */
const STEP_OF: readonly [field: RegExp, step: number][] = [
  [/^(name|capacity|equipment|photos)/, 0],
  [/^hours/, 1],
  [/^rules\.(who|purposes|quota)/, 2],
  [/^rules\.(shortest|longest|step|buffer|ahead|repeats)/, 3],
];

function missing({ step, name, capacity, rules }: RoomForm): string | undefined {
  if (step === 0 && !name.trim()) return '请写房间名称';
  if (step === 0 && !WHOLE.test(capacity.trim())) return '请写坐得下多少人';
  return step === 2 && rules.purposes.length === 0 ? '请至少选一种用途' : undefined;
}

interface FormProps {
  room: RoomDetail | null;
  venueId: string;
  /** The venue's, for a new room. */
  hours: OpeningHours | null;
}

function Steps({
  keep,
  onSending,
}: {
  keep: ReturnType<typeof useKeepRoom>;
  onSending: (count: number) => void;
}) {
  const { value, change, preview, command } = keep;
  const props = { value, change, fields: command.fields };
  if (value.step === 0) return <WhatStep {...props} onSending={onSending} />;
  if (value.step === 1) return <HoursStep {...props} preview={preview} />;
  if (value.step === 2) return <WhoStep {...props} />;
  return value.step === 3 ? <LengthStep {...props} /> : <ApprovalStep {...props} />;
}

function Form({ room, venueId, hours }: FormProps) {
  const keep = useKeepRoom(room, venueId, hours);
  const { value, change, command, save, preview } = keep;
  const sending = useSending();
  const go = (step: number) => change({ step });
  const finish = async () => {
    const saved = await save();
    if (saved) replaceWith('/packages/rooms/venue/index', { id: saved.venueId });
  };
  const faulty = Object.keys(command.fields).flatMap(
    (field) => STEP_OF.find(([pattern]) => pattern.test(field))?.[1] ?? [],
  )[0];
  const looking = value.step === 1 || value.step === LAST;
  const waiting = looking && preview && !preview.data ? '正在看影响哪些预约…' : undefined;
  const refused =
    looking && preview?.data?.refusal ? '新的开放时间占了会议的时间，会议先改期或取消' : undefined;
  const reason = sending.reason ?? missing(value) ?? waiting ?? refused;
  return (
    <>
      <View className="room-slot">
        <Text>{`第 ${value.step + 1} 步，共 ${STEPS.length} 步：${STEPS[value.step] ?? ''}`}</Text>
      </View>
      <Steps keep={keep} onSending={sending.onSending} />
      {command.error && <ErrorBox error={command.error} />}
      {faulty !== undefined && faulty !== value.step && (
        <Button kind="plain" onTap={() => go(faulty)}>
          {`去改第 ${faulty + 1} 步`}
        </Button>
      )}
      {value.step < LAST ? (
        <Button onTap={() => go(value.step + 1)} reason={reason}>
          下一步
        </Button>
      ) : (
        <Button onTap={finish} reason={reason}>
          存好
        </Button>
      )}
      {value.step > 0 && (
        <Button kind="quiet" onTap={() => go(value.step - 1)}>
          上一步
        </Button>
      )}
    </>
  );
}

function NewRoom({ venueId }: { venueId: string }) {
  const venue = useCall('venues.detail', { id: venueId }, { enabled: venueId !== '' });
  return (
    <Loaded of={venue}>
      {({ hours }) => <Form room={null} venueId={venueId} hours={{ ...hours, exceptions: [] }} />}
    </Loaded>
  );
}

function OldRoom({ id }: { id: string }) {
  const room = useCall('rooms.detail', { id });
  return (
    <Loaded of={room}>
      {(shown) => <Form key={shown.id} room={shown} venueId={shown.venueId} hours={null} />}
    </Loaded>
  );
}

/** A room and its rules, one question after the other. */
export default function KeepRoomPage() {
  const { id, venueId = '' } = useRouter().params;
  return (
    <Page title={id ? '改房间' : '加一间房'}>{id ? <OldRoom id={id} /> : <NewRoom venueId={venueId} />}</Page>
  );
}
