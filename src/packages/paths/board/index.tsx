import type { PathBoard, PathRecordView } from '@contract/paths';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Card } from '@/components/card/card';
import { List, ListItem } from '@/components/list-item/list-item';
import { Dotted } from '@/components/dotted/dotted';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { PathSteps } from '@/features/paths/path-steps';
import { WithdrawRecord } from '@/features/paths/withdraw-record';
import { open } from '@/services/navigate';

type Body = PathBoard['body'];

interface BoardProps {
  board: PathBoard;
  onBody: (body: Body) => void;
}

function standingOf({ steps, enforced }: PathBoard) {
  const missing = steps.filter(({ state }) => state === 'missing').length;
  if (missing > 0) return { tone: 'clay', icon: 'warn', title: `还缺 ${missing} 步` } as const;
  return enforced
    ? ({ tone: 'leaf', icon: 'check', title: '到现在一步不缺' } as const)
    : ({ tone: 'sky', icon: 'info', title: '先看看要走哪几步' } as const);
}

function Board({ board, onBody }: BoardProps) {
  const [withdrawing, setWithdrawing] = useState<PathRecordView | null>(null);
  return (
    <>
      <Card>
        <View className="path-title">
          <Text>{board.title}</Text>
        </View>
        <View className="path-small">
          <Dotted parts={[board.placeName, board.bodyLabel, ...(board.worth ? [board.worth.label] : [])]} />
        </View>
      </Card>
      <Notice {...standingOf(board)}>
        <Text>{board.words}</Text>
      </Notice>
      {!board.worth && (
        <PickField
          label="要由谁来表决"
          hint="选一个，看要走哪些步骤"
          choices={board.bodies.map(({ body, label }) => ({ id: body, title: label }))}
          value={board.body}
          onChange={onBody}
        />
      )}
      <Card>
        <PathSteps board={board} onWithdraw={setWithdrawing} />
      </Card>
      <List>
        <ListItem
          icon="law"
          title="本地办法"
          note={board.profileWords}
          onTap={() => open('/packages/paths/profile/index', { placeId: board.placeId })}
        />
      </List>
      {withdrawing && (
        <WithdrawRecord matterId={board.matterId} record={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </>
  );
}

/** The lawful path of one matter: what is done, what is missing and by which article. Any neighbour may look. */
export default function BoardPage() {
  const { id = '' } = useRouter().params;
  const [body, setBody] = useState<Body | null>(null);
  const board = useCall('paths.board', { matterId: id, body }, { enabled: id !== '' });
  return (
    <Page title="法定步骤">
      <Loaded of={board}>{(shown) => <Board board={shown} onBody={setBody} />}</Loaded>
    </Page>
  );
}
