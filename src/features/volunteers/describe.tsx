import type { VolunteerView } from '@contract/volunteers';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { denial } from '@/services/messages';
import { BornInput } from './born-input';
import { bornOnOf } from './day-of-birth';

const skillsIn = (typed: string) =>
  typed
    .split(/[、，,\s]+/)
    .filter(Boolean)
    .slice(0, 10);

/** Born day and skills; what was saved is said, and stays to be changed. */
export function Describe({ volunteer }: { volunteer: VolunteerView }) {
  const [born, setBorn] = useState(volunteer.bornOn?.replace(/-/g, '') ?? '');
  const [skills, setSkills] = useState(volunteer.skills.join('、'));
  const [saved, setSaved] = useState(false);
  const command = useCommand('volunteers.describe');
  const bornOn = bornOnOf(born);
  // A minor's day stands as it was given; their skills are theirs to change (TASK-4).
  const denied = bornOn === volunteer.bornOn ? undefined : denial(volunteer.can.describe);
  const save = async () => {
    if (bornOn) setSaved((await command.send({ bornOn, skills: skillsIn(skills) })) !== null);
  };
  return (
    <Card>
      <Text>只用来看够不够任务的年龄，别人看不到您的生日。</Text>
      <BornInput value={born} onChange={setBorn} error={command.fields.bornOn} />
      <TextInput
        label="我的特长"
        hint="最多10项，用顿号隔开"
        placeholder="比如：理发、急救"
        optional
        max={120}
        value={skills}
        onChange={setSkills}
        error={command.fields.skills}
      />
      {command.error && <ErrorBox error={command.error} />}
      {saved && !command.error && <Notice tone="leaf" icon="check" title="存好了" />}
      <Button onTap={save} reason={bornOn ? denied : '请填出生日期'}>
        存好
      </Button>
    </Card>
  );
}
