import type { GuestView, MeetingDetail } from '@contract/meetings';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { List, ListItem } from '@/components/list-item/list-item';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

function Receive({
  meeting,
  guest,
  onClose,
}: {
  meeting: MeetingDetail;
  guest: GuestView;
  onClose: () => void;
}) {
  const [who, setWho] = useState('');
  const command = useCommand('meetings.guestArrived');
  const { organisationId, name, arrived } = guest;
  const send = async (came: string | null) => {
    if (await command.send({ id: meeting.id, organisationId, who: came })) onClose();
  };
  if (arrived) {
    return (
      <Confirm
        open
        title={`${name}没有来吗？`}
        text="登记错了，可以去掉。"
        confirm="去掉到会登记"
        error={command.error}
        onConfirm={() => send(null)}
        onClose={onClose}
      />
    );
  }
  return (
    <Confirm
      open
      title={`${name}来了`}
      text="只登记职务。受邀单位不算到会人数，不参加表决。"
      confirm="登记到会"
      reason={who.trim() ? undefined : '请写来的人的职务'}
      error={command.error}
      onConfirm={() => send(who.trim())}
      onClose={onClose}
    >
      <TextInput
        label="来的人的职务"
        value={who}
        onChange={setWho}
        max={20}
        placeholder="比如：总务主任"
        error={command.fields.who}
      />
    </Confirm>
  );
}

function noteOf({ partWords, itemId, arrived }: GuestView, { agenda }: MeetingDetail): string {
  const topic = agenda.find(({ id }) => id === itemId)?.title;
  const came = arrived ? `✓ ${arrived.who}已到，${dateTimeText(arrived.at, serverNow())}` : undefined;
  return [partWords, topic && `议题：${topic}`, came].filter(Boolean).join(' · ');
}

/** Who is invited besides the neighbours, and the round table that the meeting belongs to. */
export function Guests({ meeting }: { meeting: MeetingDetail }) {
  const [receiving, setReceiving] = useState<GuestView | null>(null);
  const { guests, seriesId, can } = meeting;
  if (guests.length === 0 && seriesId === null) return null;
  const receives = can.receiveGuests === null;
  return (
    <Section title={guests.length > 0 ? '受邀单位' : '定期的会'}>
      <List>
        {guests.map((guest) => (
          <ListItem
            key={guest.organisationId}
            icon="building"
            title={guest.name}
            note={noteOf(guest, meeting)}
            right={
              receives && (
                <Button
                  kind="plain"
                  size="small"
                  label={`${guest.name}${guest.arrived ? '没有来' : '来了'}`}
                  onTap={() => setReceiving(guest)}
                >
                  {guest.arrived ? '没有来' : '来了'}
                </Button>
              )
            }
          />
        ))}
        {seriesId !== null && (
          <ListItem
            icon="talk"
            title="大家提的建议"
            note="会前收，会后一条一条答复"
            onTap={() => open('/packages/meetings/series/index', { id: seriesId })}
          />
        )}
      </List>
      {receiving && <Receive meeting={meeting} guest={receiving} onClose={() => setReceiving(null)} />}
    </Section>
  );
}
