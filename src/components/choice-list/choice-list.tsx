import { Text, View } from '@tarojs/components';
import { aria } from '@/services/aria';
import { Icon, type IconName } from '../icon/icon';
import { Tap } from '../tap/tap';
import './choice-list.scss';

/** Never told by colour alone: 同意 ✓, 反对 ✕, 弃权 ○; `plain` for an option of several. */
export type ChoiceMark = 'yes' | 'no' | 'abstain' | 'plain';

export interface Choice<Id extends string> {
  id: Id;
  title: string;
  /** The legal term or a short explanation, small below the plain word. */
  note?: string;
  mark?: ChoiceMark;
  /** Why this one cannot be chosen. */
  reason?: string;
}

export interface ChoiceListProps<Id extends string> {
  /** For screen readers: what is being chosen. */
  label: string;
  choices: readonly Choice<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
}

const MARKS: Record<ChoiceMark, IconName> = { yes: 'check', no: 'cross', abstain: 'circle', plain: 'circle' };

/** One of a few, each as wide as the screen. */
export function ChoiceList<Id extends string>({ label, choices, value, onChange }: ChoiceListProps<Id>) {
  return (
    <View className="choice-list" {...aria({ role: 'radiogroup', label })}>
      {choices.map(({ id, title, note, mark = 'plain', reason }) => {
        const chosen = id === value;
        const below = reason ?? note;
        return (
          <Tap
            key={id}
            className={`choice choice-${mark} ${chosen ? 'choice-chosen' : ''} ${reason ? 'choice-closed' : ''}`}
            role="radio"
            checked={chosen}
            disabled={reason !== undefined}
            label={below ? `${title}，${below}` : title}
            onTap={() => onChange(id)}
          >
            <Icon name={mark === 'plain' && chosen ? 'check' : MARKS[mark]} className="choice-mark" />
            <View className="choice-words">
              <View className="choice-title">
                <Text>{title}</Text>
              </View>
              {below && (
                <View className="choice-note">
                  <Text>{below}</Text>
                </View>
              )}
            </View>
            {chosen && <Text className="choice-said">已选</Text>}
          </Tap>
        );
      })}
    </View>
  );
}
