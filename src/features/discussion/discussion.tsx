import type { OpinionThread, OpinionView, Stance, SubjectKind } from '@contract/discussion';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/features/calls/use-pages';
import { denial } from '@/services/messages';
import './discussion.scss';
import { TurnOpinion } from './hide-opinion';
import { Thread } from './opinion';
import { PostOpinion } from './post-opinion';
import { STANCES, STANCE_WORDS } from './stances';

export interface DiscussionProps {
  subjectKind: SubjectKind;
  subjectId: string;
}

type Counts = Record<Stance, number>;

const sum = (counts: Counts) => STANCES.reduce((all, stance) => all + counts[stance], 0);

/** The column that is open: the one that was tapped, or at first the fullest. */
function useColumn({ subjectKind, subjectId }: DiscussionProps) {
  const [chosen, choose] = useState<Stance | null>(null);
  const stance = chosen ?? 'for';
  const pages = usePages('discussion.list', { subjectKind, subjectId, stance });
  const counts = pages.first?.counts;
  useEffect(() => {
    if (chosen !== null || !counts) return;
    choose([...STANCES].sort((a, b) => counts[b] - counts[a])[0] ?? 'for');
  }, [chosen, counts]);
  return { stance, choose, pages };
}

interface ThreadsProps {
  threads: OpinionThread[];
  stance: Stance;
  /** Nothing is counted in any column, and the reader may begin. */
  alone: boolean;
  more: (() => unknown) | null;
  onReply: (opinion: OpinionView) => void;
  onTurn: (opinion: OpinionView) => void;
}

function Threads({ threads, stance, alone, more, ...turns }: ThreadsProps) {
  return (
    <>
      {threads.length === 0 && (
        <View className="discussion-none">
          <Text>
            还没有人说“{STANCE_WORDS[stance].text}”{alone ? '，您来说第一句' : ''}。
          </Text>
        </View>
      )}
      {threads.map((thread) => (
        <Thread key={thread.id} thread={thread} {...turns} />
      ))}
      {more && (
        <Button kind="plain" onTap={more} busyText="正在读取…">
          看更早的意见
        </Button>
      )}
    </>
  );
}

/** What neighbours think of a proposal or a vote, in three columns; anybody of the place can say theirs (TALK-1). */
export function Discussion({ subjectKind, subjectId }: DiscussionProps) {
  const { stance, choose, pages } = useColumn({ subjectKind, subjectId });
  const [turned, setTurned] = useState<OpinionView | null>(null);
  // undefined: closed; null: an opinion of its own.
  const [answered, setAnswered] = useState<OpinionView | null | undefined>(undefined);
  // Counts stay in sight while another column is read.
  const [counts, setCounts] = useState<Counts | null>(null);
  const { first } = pages;
  useEffect(() => {
    if (first) setCounts(first.counts);
  }, [first]);
  return (
    <Section title="大家怎么说" count={counts ? `${sum(counts)} 条` : undefined}>
      <Segments
        label="按态度看"
        unit="条"
        segments={STANCES.map((id) => ({
          id,
          text: STANCE_WORDS[id].text,
          icon: STANCE_WORDS[id].icon,
          count: counts?.[id],
        }))}
        value={stance}
        onChange={choose}
      />
      <Loaded of={pages} skeleton={<Skeleton count={2} />}>
        {(threads) => (
          <Threads
            threads={threads}
            stance={stance}
            alone={counts !== null && sum(counts) === 0 && first?.can.post === null}
            more={pages.more}
            onReply={setAnswered}
            onTurn={setTurned}
          />
        )}
      </Loaded>
      {first && (
        <Button kind="plain" icon="talk" reason={denial(first.can.post)} onTap={() => setAnswered(null)}>
          说说我的意见
        </Button>
      )}
      {answered !== undefined && (
        <PostOpinion
          subjectKind={subjectKind}
          subjectId={subjectId}
          answered={answered}
          onPosted={choose}
          onClose={() => setAnswered(undefined)}
        />
      )}
      {turned && <TurnOpinion opinion={turned} onClose={() => setTurned(null)} />}
    </Section>
  );
}
