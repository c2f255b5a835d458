import type { OpeningHours } from '@contract/opening-hours';
import type { Purpose, RoomDetail, RoomRules } from '@contract/rooms';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { usualHours } from './usual-hours';

export interface RoomForm {
  /** The step that is shown, from 0. */
  step: number;
  name: string;
  capacity: string;
  /** As it is typed: 「投影、音响」. */
  equipment: string;
  photos: string[];
  hours: OpeningHours;
  rules: RoomRules;
}

/** One step of the form: what stands in it, and what was refused. */
export interface StepProps {
  value: RoomForm;
  change: (part: Partial<RoomForm>) => void;
  fields: Record<string, string>;
}

/** Changes some of the room's rules. */
export const rulesOf =
  ({ value, change }: StepProps) =>
  (part: Partial<RoomRules>) =>
    change({ rules: { ...value.rules, ...part } });

const USUAL: Purpose[] = ['discussion', 'choir', 'calligraphy', 'class', 'reading', 'volunteering', 'other'];

const USUAL_RULES: RoomRules = {
  ...{ who: 'residents', purposes: USUAL, aheadMostDays: 60, aheadLeastMinutes: 60, shortest: 60 },
  ...{ longest: 180, step: 30, buffer: 0, quota: 4, approvalHours: null, repeatsMost: 8, noShowMinutes: 0 },
};

function formOf(room: RoomDetail | null, hours: OpeningHours | null): RoomForm {
  if (!room) {
    const blank = { step: 0, name: '', capacity: '', equipment: '', photos: [] };
    return { ...blank, hours: hours ?? usualHours(), rules: USUAL_RULES };
  }
  const { name, capacity, equipment, photos, rules } = room;
  const words = { capacity: String(capacity), equipment: equipment.join('、') };
  return { step: 0, name, ...words, photos, hours: room.hours, rules };
}

/** 「投影、音响」 → two; whatever people put between them. */
const equipmentOf = (words: string) =>
  words
    .split(/[、，,;；\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** The form of a room, kept on the phone, with whom its new hours put out. `hours`: the venue's, for a new room. */
export function useKeepRoom(room: RoomDetail | null, venueId: string, hours: OpeningHours | null) {
  const form = useDraftForm<RoomForm>(`room:${room ? `${room.id}:${room.revision}` : venueId}`, () =>
    formOf(room, hours),
  );
  const { value, drop } = form;
  const changed = room !== null && JSON.stringify(room.hours) !== JSON.stringify(value.hours);
  const preview = useCall('rooms.preview', { id: room?.id ?? '', hours: value.hours }, { enabled: changed });
  const command = useCommand('rooms.keep');
  const save = async () => {
    const { step: _step, equipment, capacity, ...rest } = value;
    const saved = await command.send({
      ...rest,
      ...{ id: room?.id ?? null, revision: room?.revision ?? null, venueId },
      ...{ capacity: Number(capacity), equipment: equipmentOf(equipment) },
      displaces: changed ? (preview.data?.displaced.length ?? 0) : 0,
    });
    if (saved) drop();
    return saved;
  };
  return { ...form, command, save, preview: changed ? preview : null };
}
