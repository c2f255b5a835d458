import type { SessionView } from '@contract/series';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { useDraft } from '@/features/calls/use-draft';
import { messages } from '@/services/messages';
import { useState } from 'react';

function Write({ session, onClose }: { session: SessionView & { id: string }; onClose: () => void }) {
  const draft = useDraft(`suggestion:${session.id}`, () => '');
  const command = useCommand('series.suggest');
  const send = async () => {
    if (!(await command.send({ sessionId: session.id, text: draft.value.trim() }))) return;
    draft.drop();
    onClose();
  };
  return (
    <Confirm
      open
      title="给下一次提建议"
      text={`您还能提${session.left.mine}条。大家都看得到，会后都有答复。`}
      confirm="提出来"
      reason={draft.value.trim() ? undefined : '请写一句您的建议'}
      onConfirm={send}
      onClose={onClose}
    >
      <TextArea
        label="建议"
        hint="一条只说一件事"
        value={draft.value}
        onChange={draft.set}
        max={200}
        error={command.fields.text}
      />
      {command.error && <ErrorBox error={command.error} />}
    </Confirm>
  );
}

/** The one thing for a neighbour to do: say what the next session should be about. */
export function MakeSuggestion({ session }: { session: SessionView & { id: string } }) {
  const [writing, setWriting] = useState(false);
  const denial = session.can.suggest;
  // Whoever has no home there is not asked.
  if (denial === 'NOT_IN_SCOPE' || denial === 'NOT_VERIFIED') return null;
  return (
    <>
      <Button onTap={() => setWriting(true)} reason={denial ? messages[denial] : undefined}>
        提一条建议
      </Button>
      {writing && <Write session={session} onClose={() => setWriting(false)} />}
    </>
  );
}
