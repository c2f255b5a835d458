import { useState } from 'react';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { officeWords } from '@/features/members/office-words';

/** The offices of a place and above it that work can be given to: the one that is chosen, and the field to choose it in. */
export function useOfficeChoice(placeId: string, label: string) {
  const [officeId, setOfficeId] = useState<string | null>(null);
  const roster = useCall('members.whoIsWho', { placeId });
  const lines = [...(roster.data?.here ?? []), ...(roster.data?.above ?? [])];
  const chosen = lines.find((line) => line.office.id === officeId);
  const choices = lines.map(({ office, name }) => ({
    id: office.id,
    title: `${officeWords(office.office)} ${name}`,
    note: office.placeName,
  }));
  const field = <PickField label={label} choices={choices} value={officeId} onChange={setOfficeId} />;
  return { chosen, field };
}
