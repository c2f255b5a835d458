import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { Sheet } from '@/components/sheet/sheet';
import { usePages } from '@/features/calls/use-pages';
import type { Plan, PlannedGuest } from './use-plan';

interface GuestFieldsProps {
  plan: Plan;
  change: (part: Partial<Plan>) => void;
  fields: Record<string, string>;
}

const PARTS = [
  { id: 'speaker', title: '来发言', note: '不参加表决' },
  { id: 'observer', title: '来旁听', note: '不参加表决' },
] as const;
const WHOLE = 'whole';

/** The names of those who are invited, from as many pages of the list as it takes. */
function useNames(placeId: string, guests: readonly PlannedGuest[]): (id: string) => string {
  const list = usePages('organisations.list', { placeId }, { enabled: placeId !== '' && guests.length > 0 });
  const names = new Map((list.data ?? []).map(({ id, name }) => [id, name]));
  const { more } = list;
  const missing = guests.some(({ organisationId }) => !names.has(organisationId));
  const read = list.data?.length;
  useEffect(() => {
    if (missing && more) void more();
    // Once for each page that came.
  }, [missing, more, read]);
  return (id) => names.get(id) ?? (more ? '正在读名单…' : '不在名单上的单位');
}

function Invite({
  plan,
  onInvite,
  onClose,
}: {
  plan: Plan;
  onInvite: (guest: PlannedGuest) => void;
  onClose: () => void;
}) {
  const [part, setPart] = useState<PlannedGuest['part']>('speaker');
  const [itemId, setItemId] = useState(WHOLE);
  const list = usePages('organisations.list', { placeId: plan.placeId });
  const topics = plan.agenda.map(({ id, title }) => ({ id, title }));
  const invited = new Set((plan.guests ?? []).map(({ organisationId }) => organisationId));
  return (
    <Sheet open title="请单位来" onClose={onClose}>
      <PickField label="来做什么" choices={PARTS} value={part} onChange={setPart} />
      <PickField
        label="哪个议题"
        choices={[{ id: WHOLE, title: '整个会议' }, ...topics]}
        value={itemId}
        onChange={setItemId}
      />
      <Loaded of={list}>
        {(items) => {
          const free = items.filter(({ id }) => !invited.has(id));
          if (free.length === 0) {
            return <Empty icon="building" title="没有可以请的单位" text="先在工作台的“驻区单位”里登记。" />;
          }
          return (
            <List>
              {free.map(({ id, name, kindLabel, contact }) => (
                <ListItem
                  key={id}
                  icon="plus"
                  title={name}
                  note={`${kindLabel} · 找${contact}`}
                  onTap={() =>
                    onInvite({ organisationId: id, part, itemId: itemId === WHOLE ? null : itemId })
                  }
                />
              ))}
            </List>
          );
        }}
      </Loaded>
      {list.more && (
        <Button kind="quiet" onTap={list.more}>
          看更多
        </Button>
      )}
    </Sheet>
  );
}

/** Organisations of the area that are asked to come, without a vote (ORG-2). */
export function GuestFields({ plan, change, fields }: GuestFieldsProps) {
  const [inviting, setInviting] = useState(false);
  const guests = plan.guests ?? [];
  const nameOf = useNames(plan.placeId, guests);
  const partOf = (guest: PlannedGuest) => PARTS.find(({ id }) => id === guest.part)?.title ?? '';
  const without = (id: string) => guests.filter(({ organisationId }) => organisationId !== id);
  return (
    <Section title="请驻区单位" count={`${guests.length} 个`}>
      {guests.length > 0 && (
        <List>
          {guests.map((guest) => (
            <ListItem
              key={guest.organisationId}
              icon="building"
              title={nameOf(guest.organisationId)}
              note={`${partOf(guest)} · 不参加表决`}
              right={
                <Button
                  kind="quiet"
                  size="small"
                  label={`不请${nameOf(guest.organisationId)}`}
                  onTap={() => change({ guests: without(guest.organisationId) })}
                >
                  去掉
                </Button>
              }
            />
          ))}
        </List>
      )}
      {fields.guests && <Notice tone="brand" icon="warn" title={fields.guests} />}
      <Button
        kind="plain"
        icon="plus"
        onTap={() => setInviting(true)}
        reason={plan.placeId ? undefined : '先选范围'}
      >
        请单位来
      </Button>
      {inviting && (
        <Invite
          plan={plan}
          onInvite={(guest) => {
            change({ guests: [...guests, guest] });
            setInviting(false);
          }}
          onClose={() => setInviting(false)}
        />
      )}
    </Section>
  );
}
