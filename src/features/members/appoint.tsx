import type { FoundPerson, Roster } from '@contract/offices';
import type { Office } from '@contract/roles';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { DateField } from '@/components/date-field/date-field';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { serverNow } from '@/services/server-clock';
import { dateText, dayOf, instantOf } from '@/services/time';
import { officeWords } from './office-words';

interface FindProps {
  placeId: string;
  value: string | null;
  onChange: (person: FoundPerson) => void;
}

function Found({ placeId, name, value, onChange }: FindProps & { name: string }) {
  const people = usePages('members.findPeople', { placeId, name });
  return (
    <Loaded of={people}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title="没有找到" text="请本人先在小程序里登录、认领房屋。" />
        ) : (
          <ChoiceList
            label="是哪一位"
            choices={rows.map((row) => ({
              id: row.id,
              title: row.name,
              note: row.homes.join('、') || undefined,
            }))}
            value={value}
            onChange={(id) => {
              const person = rows.find((row) => row.id === id);
              if (person) onChange(person);
            }}
          />
        )
      }
    </Loaded>
  );
}

const DAY_MS = 24 * 60 * 60 * 1000;

const GENDERS = [
  { id: 'female', title: '女' },
  { id: 'male', title: '男' },
] as const;

function useAppointment(placeId: string) {
  const today = dayOf(serverNow());
  const tomorrow = dayOf(serverNow() + DAY_MS);
  const [person, setPerson] = useState<FoundPerson | null>(null);
  const [office, setOffice] = useState<Office | null>(null);
  const [gender, setGender] = useState<'female' | 'male' | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const command = useCommand('members.appoint');
  const needsGender = office === 'villagers-delegate' || office === 'residents-delegate';
  const ready = person && office && until && (!needsGender || gender);
  const send = async () => {
    if (!person || !office || !until) return null;
    const term = { fromAt: instantOf(today, '00:00'), untilAt: instantOf(until, '23:59') };
    return command.send({ personId: person.id, office, placeId, ...term, gender: gender ?? undefined });
  };
  return {
    tomorrow,
    person,
    setPerson,
    office,
    setOffice,
    gender,
    setGender,
    until,
    setUntil,
    needsGender,
    ready,
    send,
    command,
  };
}

/** What the button will do, in one sentence: a wrong person or day is seen before it is pressed. */
function What({ roster, it }: { roster: Roster; it: ReturnType<typeof useAppointment> }) {
  const { person, office, until } = it;
  if (!person || !office || !until) return null;
  return (
    <Notice tone="sky" icon="info" title={`${person.name}：${roster.placeName}${officeWords(office)}`}>
      <Text>从今天起，到 {dateText(instantOf(until, '23:59'), serverNow())} 为止。本人会收到消息。</Text>
    </Notice>
  );
}

/** Gives somebody an office at a place for a term; what may be given is said by the server. */
export function Appoint({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const [name, setName] = useState('');
  const it = useAppointment(roster.placeId);
  const { fields, error } = it.command;
  return (
    <Confirm
      open
      title={`${roster.placeName}：任职`}
      confirm="任职"
      reason={it.ready ? undefined : '请选好人、职务和任期'}
      onConfirm={async () => {
        if (await it.send()) onClose();
      }}
      error={error}
      onClose={onClose}
    >
      <TextInput label="找人" hint="写姓名的前几个字" value={name} onChange={setName} max={20} />
      {name.trim() && (
        <Found
          placeId={roster.placeId}
          name={name.trim()}
          value={it.person?.id ?? null}
          onChange={it.setPerson}
        />
      )}
      <PickField<Office>
        label="职务"
        choices={roster.appointable.map((id) => ({ id, title: officeWords(id) }))}
        value={it.office}
        onChange={it.setOffice}
        error={fields.office}
      />
      {it.needsGender && (
        <PickField
          label="性别"
          hint="法律要求代表里妇女占一定比例"
          choices={GENDERS}
          value={it.gender}
          onChange={it.setGender}
          error={fields.gender}
        />
      )}
      <DateField
        label="任期到哪一天"
        value={it.until}
        from={it.tomorrow}
        onChange={it.setUntil}
        error={fields.untilAt}
      />
      {it.ready && <What roster={roster} it={it} />}
    </Confirm>
  );
}
