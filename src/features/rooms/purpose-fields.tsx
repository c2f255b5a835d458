import type { Purpose } from '@contract/rooms';
import { Text, View } from '@tarojs/components';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Tap } from '@/components/tap/tap';
import { purposeChoices } from './room-words';
import './purpose-fields.scss';

interface PurposeFieldsProps {
  value: readonly Purpose[];
  onChange: (purposes: Purpose[]) => void;
  error?: string;
}

/** Several of the purposes: each is switched by a tap. */
export function PurposeFields({ value, onChange, error }: PurposeFieldsProps) {
  const turn = (purpose: Purpose) =>
    onChange(value.includes(purpose) ? value.filter((one) => one !== purpose) : [...value, purpose]);
  return (
    <Field label="可以用来做什么" hint="点一下选上，再点一下去掉" error={error}>
      <View className="purposes">
        {purposeChoices.map(({ id, title }) => {
          const chosen = value.includes(id);
          return (
            <Tap
              key={id}
              className={chosen ? 'purpose purpose-chosen' : 'purpose'}
              role="checkbox"
              checked={chosen}
              label={title}
              onTap={() => turn(id)}
            >
              <Icon name={chosen ? 'check' : 'circle'} className="purpose-mark" />
              <Text>{title}</Text>
            </Tap>
          );
        })}
      </View>
    </Field>
  );
}
