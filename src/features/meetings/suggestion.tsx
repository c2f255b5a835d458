import type { SessionView, SuggestionView } from '@contract/series';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Tag, Tags } from '@/components/tag/tag';
import { useCommand } from '@/features/calls/use-command';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { AnswerSuggestion, SortSuggestion } from './suggestion-desk';
import './series.scss';

interface SuggestionProps {
  session: SessionView & { id: string };
  suggestion: SuggestionView;
}

/** What its author says of the answer: in words and with a sign. */
function Rated({ answered }: SuggestionView) {
  if (answered === null) return null;
  return (
    <Tag tone={answered ? 'leaf' : 'clay'} icon={answered ? 'check' : 'circle'}>
      {answered ? '提的人说：答复了' : '提的人说：还没答复清楚'}
    </Tag>
  );
}

function Own({ session, suggestion }: SuggestionProps) {
  const withdraw = useCommand('series.withdrawSuggestion');
  const rate = useCommand('series.rateAnswer');
  const about = { sessionId: session.id, suggestionId: suggestion.id };
  const error = withdraw.error ?? rate.error;
  return (
    <>
      {suggestion.can.rate === null && (
        <View className="series-turns">
          <Button
            kind="plain"
            size="small"
            icon="check"
            onTap={() => rate.send({ ...about, answered: true })}
          >
            答复了
          </Button>
          <Button kind="plain" size="small" onTap={() => rate.send({ ...about, answered: false })}>
            没答复清楚
          </Button>
        </View>
      )}
      {suggestion.can.withdraw === null && (
        <Button
          kind="quiet"
          size="small"
          onTap={() => withdraw.send(about)}
          label={`收回：${suggestion.text}`}
        >
          收回
        </Button>
      )}
      {error && <ErrorBox error={error} />}
    </>
  );
}

function Desk({ session, suggestion }: SuggestionProps) {
  const [opened, setOpened] = useState<'sort' | 'answer' | null>(null);
  const close = () => setOpened(null);
  const { can } = suggestion;
  return (
    <>
      <View className="series-turns">
        {can.sort === null && (
          <Button
            kind="plain"
            size="small"
            onTap={() => setOpened('sort')}
            label={`放进议题：${suggestion.text}`}
          >
            放进议题
          </Button>
        )}
        {can.answer === null && (
          <Button
            kind="plain"
            size="small"
            onTap={() => setOpened('answer')}
            label={`答复：${suggestion.text}`}
          >
            {suggestion.answer ? '改答复' : '答复'}
          </Button>
        )}
      </View>
      {opened === 'sort' && <SortSuggestion session={session} suggestion={suggestion} onClose={close} />}
      {opened === 'answer' && <AnswerSuggestion session={session} suggestion={suggestion} onClose={close} />}
    </>
  );
}

/** One suggestion: what was asked, where it went, what was answered. */
export function Suggestion({ session, suggestion }: SuggestionProps) {
  const { text, by, at, mine, topic, answer, can } = suggestion;
  const now = serverNow();
  return (
    <Card>
      <Tags>
        <Tag tone={answer ? 'leaf' : 'clay'} icon={answer ? 'check' : 'clock'}>
          {answer ? '有答复' : '等答复'}
        </Tag>
        {topic && <Tag>议题：{topic.title}</Tag>}
        <Rated {...suggestion} />
      </Tags>
      <View className="series-words">
        <Text>{text}</Text>
      </View>
      <View className="series-side">
        <Text>
          {mine ? '我' : by} · {dateTimeText(at, now)}
        </Text>
      </View>
      {answer && (
        <View className="series-answer">
          <Text>答复：{answer.text}</Text>
          <View className="series-side">
            <Text>
              {answer.by} · {dateTimeText(answer.at, now)}
            </Text>
          </View>
        </View>
      )}
      {mine && <Own session={session} suggestion={suggestion} />}
      {(can.sort === null || can.answer === null) && <Desk session={session} suggestion={suggestion} />}
    </Card>
  );
}
