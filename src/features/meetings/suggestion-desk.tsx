import type { SessionView, SuggestionView } from '@contract/series';
import { useState } from 'react';
import { PickField } from '@/components/pick-field/pick-field';
import { Confirm } from '@/components/sheet/confirm';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';

interface DeskProps {
  session: SessionView & { id: string };
  suggestion: SuggestionView;
  onClose: () => void;
}

const NEW = 'new';
const NONE = 'none';
const TITLE_LENGTH = 60;

/** Puts a suggestion to a topic, until the notice goes out. */
export function SortSuggestion({ session, suggestion, onClose }: DeskProps) {
  const [chosen, setChosen] = useState(suggestion.topic?.itemId ?? NEW);
  const [title, setTitle] = useState(suggestion.text.slice(0, TITLE_LENGTH));
  const command = useCommand('series.sortSuggestion');
  const send = async () => {
    const to = {
      itemId: chosen === NEW || chosen === NONE ? null : chosen,
      title: chosen === NEW ? title.trim() : null,
    };
    if (await command.send({ sessionId: session.id, suggestionId: suggestion.id, ...to })) onClose();
  };
  return (
    <Confirm
      open
      title="放进哪个议题"
      text="通知发出以后，议题就不能再改了。"
      confirm="放进去"
      reason={chosen === NEW && !title.trim() ? '请写新议题' : undefined}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <PickField
        label="议题"
        choices={[
          ...session.topics,
          { id: NEW, title: '新加一个议题' },
          { id: NONE, title: '先不放进议题', note: '可以直接答复' },
        ]}
        value={chosen}
        onChange={setChosen}
        error={command.fields.itemId}
      />
      {chosen === NEW && (
        <TextInput
          label="新议题"
          value={title}
          onChange={setTitle}
          max={TITLE_LENGTH}
          error={command.fields.title}
        />
      )}
    </Confirm>
  );
}

/** Answers a suggestion in sight of everybody. */
export function AnswerSuggestion({ session, suggestion, onClose }: DeskProps) {
  const [text, setText] = useState(suggestion.answer?.text ?? '');
  const command = useCommand('series.answerSuggestion');
  const send = async () => {
    const input = { sessionId: session.id, suggestionId: suggestion.id, text: text.trim() };
    if (await command.send(input)) onClose();
  };
  return (
    <Confirm
      open
      title="答复这条建议"
      text="大家都看得到答复，提的人会收到消息。"
      confirm="发出答复"
      reason={text.trim() ? undefined : '请写答复'}
      error={command.error}
      onConfirm={send}
      onClose={onClose}
    >
      <TextArea
        label="答复"
        hint="谁来办、什么时候办好；办不了的，说清楚为什么"
        value={text}
        onChange={setText}
        max={300}
        error={command.fields.text}
      />
    </Confirm>
  );
}
