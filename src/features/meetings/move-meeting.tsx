import type { MeetingDetail } from '@contract/meetings';
import { useState } from 'react';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { HallField } from './hall-field';
import { MeetingTimes } from './meeting-times';
import { noticeWords } from './meeting-words';
import { timesOf, useTimes } from './use-times';

/** Moves the meeting: day, hours, place, and why. */
export function MoveMeeting({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [venue, setVenue] = useState(meeting.venue);
  const [roomId, setRoomId] = useState(meeting.room?.id ?? null);
  const times = useTimes(meeting);
  const command = useCommand('meetings.move');
  const chosen = timesOf(times.value);
  const move = async () => {
    if (!chosen) return;
    const { id, revision } = meeting;
    if (await command.send({ id, revision, venue, roomId, reason, ...chosen })) onClose();
  };
  return (
    <Confirm
      open
      title="会议改期"
      text={`${noticeWords(meeting.notice)}。大家都会收到改期的消息，会上已经公布的表决跟着改期。`}
      confirm="改期并通知大家"
      cancel="不改了"
      reason={reason.trim() && chosen ? undefined : '请选好时间、写明理由'}
      onConfirm={move}
      error={command.error}
      onClose={onClose}
    >
      <MeetingTimes times={times} fields={command.fields} from={meeting.notice.earliestOn} />
      <HallField
        placeId={meeting.placeId}
        times={times.value}
        value={roomId}
        onChange={(chosenId, name) => {
          setRoomId(chosenId);
          if (name) setVenue(name);
        }}
        error={command.fields.roomId}
      />
      <TextInput label="地点" value={venue} onChange={setVenue} max={60} error={command.fields.venue} />
      <TextArea label="理由" value={reason} onChange={setReason} max={200} error={command.fields.reason} />
    </Confirm>
  );
}
