import type { OpeningHours } from '@contract/opening-hours';
import type { VenueDetail, VenueKind } from '@contract/venues';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Field } from '@/components/field/field';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { Segments } from '@/components/segments/segments';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { Here } from '@/features/overview/here';
import { HoursFields } from '@/features/rooms/hours-fields';
import { PositionField } from '@/features/rooms/position-field';
import { kindChoices } from '@/features/rooms/room-words';
import { usualHours } from '@/features/rooms/usual-hours';
import type { Position } from '@/services/distance';
import { replaceWith } from '@/services/navigate';

interface VenueForm {
  name: string;
  kind: VenueKind | null;
  address: string;
  stepFree: boolean;
  position: Position | null;
  photos: string[];
  note: string;
  hours: OpeningHours;
}

const STEPS = [
  { id: 'free', text: '没有台阶' },
  { id: 'steps', text: '有台阶' },
] as const;

function formOf(venue: VenueDetail | null): VenueForm {
  if (venue) {
    const { name, kind, address, stepFree, position, photos, note, hours } = venue;
    return { name, kind, address, stepFree, position, photos, note, hours };
  }
  const blank = { name: '', kind: null, address: '', stepFree: false, position: null, photos: [], note: '' };
  return { ...blank, hours: usualHours() };
}

function missing({ name, kind, address }: VenueForm): string | undefined {
  if (!name.trim() || !address.trim()) return '请写名称和地址';
  return kind ? undefined : '请选是哪一种地方';
}

function useKeepVenue(venue: VenueDetail | null, placeId: string) {
  const form = useDraftForm<VenueForm>(`venue:${venue ? `${venue.id}:${venue.revision}` : placeId}`, () =>
    formOf(venue),
  );
  const command = useCommand('venues.keep');
  const save = async () => {
    const { kind, ...rest } = form.value;
    if (!kind) return;
    const which = { id: venue?.id ?? null, revision: venue?.revision ?? null, placeId };
    const saved = await command.send({ ...rest, ...which, kind });
    if (!saved) return;
    form.drop();
    replaceWith('/packages/rooms/venue/index', { id: saved.id });
  };
  return { ...form, command, save };
}

function Form({ venue, placeId }: { venue: VenueDetail | null; placeId: string }) {
  const { value, change, command, save } = useKeepVenue(venue, placeId);
  const { fields, error } = command;
  const sending = useSending();
  return (
    <>
      <TextInput
        label="名称"
        value={value.name}
        onChange={(name) => change({ name })}
        placeholder="比如：蓝田社区党群服务中心"
        max={30}
        error={fields.name}
      />
      <PickField
        label="哪一种地方"
        choices={kindChoices}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        error={fields.kind}
      />
      <TextInput
        label="地址"
        value={value.address}
        onChange={(address) => change({ address })}
        placeholder="比如：望江路12号，3栋底楼"
        max={80}
        error={fields.address}
      />
      <Field label="门口有没有台阶" hint="坐轮椅、推车的人要知道">
        <Segments
          label="门口有没有台阶"
          segments={STEPS}
          value={value.stepFree ? 'free' : 'steps'}
          onChange={(id) => change({ stepFree: id === 'free' })}
        />
      </Field>
      <PositionField value={value.position} onChange={(position) => change({ position })} />
      <HoursFields
        hours={value.hours}
        onChange={(hours) => change({ hours })}
        error={fields['hours.weekly'] ?? fields.hours}
      />
      <TextArea
        label="有些什么"
        optional
        value={value.note}
        onChange={(note) => change({ note })}
        placeholder="比如：饮水、充电、微波炉"
        max={200}
        error={fields.note}
      />
      <PhotoPicker
        label="照片"
        optional
        max={6}
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      {error && <ErrorBox error={error} />}
      <Button onTap={save} reason={sending.reason ?? missing(value)}>
        存好
      </Button>
    </>
  );
}

/** Lists a place, or changes what is listed: what it is, where, when it is open. */
export default function KeepVenuePage() {
  const { id = '', placeId } = useRouter().params;
  const venue = useCall('venues.detail', { id }, { enabled: id !== '' });
  return (
    <Page title={id ? '改场地信息' : '登记一个地方'}>
      {id ? (
        <Loaded of={venue}>{(shown) => <Form key={shown.id} venue={shown} placeId={shown.placeId} />}</Loaded>
      ) : (
        <Here placeId={placeId}>{(here) => <Form venue={null} placeId={here} />}</Here>
      )}
    </Page>
  );
}
