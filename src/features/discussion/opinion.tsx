import type { OpinionThread, OpinionView } from '@contract/discussion';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Tag, Tags } from '@/components/tag/tag';
import { messages } from '@/services/messages';
import { serverNow } from '@/services/server-clock';
import { spokenTime } from '@/services/time';
import { STANCE_WORDS } from './stances';

export interface OpinionProps {
  opinion: OpinionView;
  onReply: (opinion: OpinionView) => void;
  onTurn: (opinion: OpinionView) => void;
}

function Words({ opinion }: { opinion: OpinionView }) {
  return (
    <>
      {opinion.hidden && (
        <View className="opinion-hidden">
          <Text>
            这条意见由{opinion.hidden.by}隐藏：{opinion.hidden.reason}
          </Text>
        </View>
      )}
      {opinion.text !== null && (
        <View className={opinion.hidden ? 'opinion-text opinion-text-hidden' : 'opinion-text'}>
          <Text userSelect>{opinion.text}</Text>
        </View>
      )}
    </>
  );
}

function Actions({ opinion, onReply, onTurn }: OpinionProps) {
  const turnable = opinion.can.hide === null || opinion.can.show === null;
  if (opinion.can.reply !== null && !turnable) return null;
  return (
    <View className="opinion-actions">
      {opinion.can.reply === null && (
        <Button kind="quiet" size="small" label={`回复${opinion.authorName}`} onTap={() => onReply(opinion)}>
          回复
        </Button>
      )}
      {turnable && (
        <Button
          kind="quiet"
          size="small"
          label={`${opinion.hidden ? '恢复显示' : '隐藏'}${opinion.authorName}的意见`}
          onTap={() => onTurn(opinion)}
        >
          {opinion.hidden ? '恢复显示' : '隐藏'}
        </Button>
      )}
    </View>
  );
}

function Opinion(props: OpinionProps) {
  const { opinion } = props;
  const { icon, text, tone } = STANCE_WORDS[opinion.stance];
  return (
    <View className="opinion">
      <View className="opinion-head">
        <Text className="opinion-name">
          {opinion.mine ? `${opinion.authorName}（您）` : opinion.authorName}
        </Text>
        <Text className="opinion-when">{spokenTime(opinion.createdAt, serverNow())}</Text>
      </View>
      <Tags>
        <Tag tone={tone} icon={icon}>
          {text}
        </Tag>
        {opinion.held && <Tag tone="clay">审核中</Tag>}
        {opinion.replyTo && <Tag>回复{opinion.replyTo.authorName}</Tag>}
      </Tags>
      <Words opinion={opinion} />
      {opinion.held && opinion.mine && (
        <View className="opinion-when">
          <Text>{messages.TEXT_HELD}</Text>
        </View>
      )}
      <Actions {...props} />
    </View>
  );
}

/** An opinion with what was answered below it. */
export function Thread({ thread, ...turns }: { thread: OpinionThread } & Omit<OpinionProps, 'opinion'>) {
  return (
    <Card>
      <Opinion opinion={thread} {...turns} />
      {(thread.replies.length > 0 || thread.earlierReplies > 0) && (
        <View className="opinion-replies">
          {thread.earlierReplies > 0 && (
            <Text>更早的 {thread.earlierReplies} 条回复没有列出，下面是最近的。</Text>
          )}
          {thread.replies.map((reply) => (
            <Opinion key={reply.id} opinion={reply} {...turns} />
          ))}
        </View>
      )}
    </Card>
  );
}
