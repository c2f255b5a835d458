import type { Me } from '@contract/members';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';

const AS = [
  { id: 'registered', title: '我是业主或家里人', note: '登记里有我的名字' },
  { id: 'tenant', title: '我是租户', note: '可以提议、说意见，不能替业主投票' },
] as const;

/** The one-time code from the letterbox names the home; the name says who of it. */
export function ClaimByCode({ onDone, onNoCode }: { onDone: (me: Me) => void; onNoCode: () => void }) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [as, setAs] = useState<'registered' | 'tenant'>('registered');
  const command = useCommand('members.claimByCode');
  const claim = async () => {
    const me = await command.send({ code, name, asTenant: as === 'tenant' });
    if (me) onDone(me);
  };
  return (
    <>
      <TextInput
        label="信箱里的认领码"
        hint="社区投在您家信箱的纸条上，8个字母和数字"
        value={code}
        onChange={setCode}
        max={20}
        error={command.fields.code}
      />
      <TextInput
        label="您的姓名"
        hint="和房屋登记上一样"
        value={name}
        onChange={setName}
        max={30}
        error={command.fields.name}
      />
      <ChoiceList label="您是" choices={AS} value={as} onChange={setAs} />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={claim} reason={code.trim() && name.trim() ? undefined : '请填认领码和姓名'}>
        认领
      </Button>
      {Boolean(command.error) && (
        <Button kind="quiet" onTap={onNoCode}>
          没有认领码，交证明认领
        </Button>
      )}
    </>
  );
}
