import type { OwnRoll } from '@contract/rolls';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';

const NO_HOME = 'none';

/** Says what is wrong with the roll about oneself. */
export function ChallengeRoll({ roll, onClose }: { roll: OwnRoll; onClose: () => void }) {
  const [home, setHome] = useState<string | null>(
    roll.homes.length === 1 ? (roll.homes[0]?.id ?? null) : null,
  );
  const [text, setText] = useState('');
  const command = useCommand('rolls.challenge');
  const homes = [
    ...roll.homes.map(({ id, label }) => ({ id, title: label })),
    { id: NO_HOME, title: '不是某一套房的事' },
  ];
  const send = async () => {
    const homeId = home === NO_HOME ? null : home;
    if (await command.send({ motionId: roll.motionId, homeId, text })) onClose();
  };
  return (
    <Confirm
      open
      title="名册哪里不对？"
      confirm="提出来"
      reason={home !== null && text.trim() ? undefined : '请选哪一套房，写明哪里不对'}
      onConfirm={send}
      error={command.error}
      onClose={onClose}
    >
      <Text>
        {serverNow() < roll.opensAt
          ? '社区会核对，属实的在投票开始前更正名册。只有工作人员看得到您写的。'
          : '投票已经开始，这次的名册不动。属实的会更正登记，从下一次表决起算。'}
      </Text>
      <PickField
        label="哪一套房"
        choices={homes}
        value={home}
        onChange={setHome}
        error={command.fields.homeId}
      />
      <TextArea
        label="哪里不对"
        hint="比如：产权证上是 98.56 平方米"
        value={text}
        onChange={setText}
        max={300}
        error={command.fields.text}
      />
    </Confirm>
  );
}
