import type { MeetingDetail } from '@contract/meetings';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Section } from '@/components/section/section';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { CancelMeeting } from './cancel-meeting';
import { DoorCode } from './door-code';
import { MoveMeeting } from './move-meeting';

type Opened = 'door' | 'move' | 'cancel' | null;

/** What whoever prepares the meeting can do besides the main thing; nothing is shown to others. */
export function MeetingActions({ meeting }: { meeting: MeetingDetail }) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const { can, id } = meeting;
  const planner = [can.edit, can.showCheckIn, can.move, can.cancel, can.draftMotion].includes(null);
  if (!planner) return null;
  return (
    <Section title="办理">
      {can.showCheckIn === null && (
        <Button kind="plain" icon="code" onTap={() => setOpened('door')}>
          出示报到码
        </Button>
      )}
      {can.showCheckIn === null && serverNow() >= meeting.startsAt && (
        <Button kind="plain" onTap={() => open('/packages/meetings/minutes/index', { id })}>
          边开边记纪要
        </Button>
      )}
      {can.draftMotion === null && (
        <Button
          kind="plain"
          onTap={() => open('/packages/motions/draft/index', { meetingId: id, placeId: meeting.placeId })}
        >
          加一项表决
        </Button>
      )}
      {can.edit === null && (
        <Button kind="plain" onTap={() => open('/packages/meetings/plan/index', { id })}>
          修改安排
        </Button>
      )}
      {can.move === null && (
        <Button kind="plain" onTap={() => setOpened('move')}>
          改期
        </Button>
      )}
      {can.cancel === null && (
        <Button kind="danger" onTap={() => setOpened('cancel')}>
          取消会议
        </Button>
      )}
      {opened === 'door' && <DoorCode meetingId={id} onClose={close} />}
      {opened === 'move' && <MoveMeeting meeting={meeting} onClose={close} />}
      {opened === 'cancel' && <CancelMeeting meeting={meeting} onClose={close} />}
    </Section>
  );
}
