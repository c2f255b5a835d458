import type { PlaceBranch } from '@contract/places';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';

interface PlaceFieldProps {
  label: string;
  hint?: string;
  error?: string;
  /** Where the person begins: the place of an office or of a home. */
  start: string;
  value: string;
  onChange: (placeId: string) => void;
}

function choicesOf(branch: PlaceBranch, start: string) {
  const within = branch.above.findIndex((place) => place.id === start);
  const above = within < 0 ? branch.above.slice(-1) : branch.above.slice(within);
  return [
    ...above.map(({ id, name }, n) => ({
      id,
      title: name,
      note: n < above.length - 1 ? '回到上一级' : '整个地方',
    })),
    ...branch.children.map(({ id, name }) => ({ id, title: name, note: '只有这一处' })),
  ];
}

/** A place within another one: each choice opens what lies below it, and the chosen one can be left again. */
export function PlaceField({ label, hint, error, start, value, onChange }: PlaceFieldProps) {
  const branch = useCall(
    'members.places',
    { parentId: value || start },
    { enabled: Boolean(value || start) },
  );
  const choices = branch.data ? choicesOf(branch.data, start) : [];
  return (
    <PickField
      label={label}
      hint={hint}
      error={error}
      choices={choices}
      value={value || start}
      onChange={onChange}
      placeholder={branch.error ? '没有读到，请返回再试' : '正在读取…'}
    />
  );
}
