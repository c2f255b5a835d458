import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import type { Position } from '@/services/distance';
import { whereAmI } from '@/services/location';

interface PositionFieldProps {
  value: Position | null;
  onChange: (position: Position | null) => void;
}

/** Where a place is, taken from the phone of whoever stands there. */
export function PositionField({ value, onChange }: PositionFieldProps) {
  const [refused, setRefused] = useState(false);
  const take = async () => {
    const here = await whereAmI();
    setRefused(here === null);
    if (here) onChange(here);
  };
  return (
    <Field
      label="位置"
      optional
      hint="您人在那里的时候点一下，邻居就能按远近找"
      error={refused ? '没有拿到位置，请在手机里允许使用位置，再点一次' : undefined}
    >
      {value && <Text>记下位置了。</Text>}
      <Button kind="plain" size="small" icon="place" onTap={take} busyText="正在找您的位置…">
        {value ? '重新记位置' : '我就在这里，记下位置'}
      </Button>
      {value && (
        <Button kind="quiet" size="small" onTap={() => onChange(null)}>
          不记位置
        </Button>
      )}
    </Field>
  );
}
