import type { Board } from '@contract/service';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Stat } from '@/components/stat/stat';
import { useCall } from '@/features/calls/use-call';
import { BoardPerson } from '@/features/volunteers/board-person';
import { spanText } from '@/features/volunteers/shift-words';
import '@/features/volunteers/volunteers.scss';
import { aria } from '@/services/aria';
import { open } from '@/services/navigate';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

/** People check in while it is looked at. */
const REFRESH_MS = 10_000;

/** Read out by screen readers digit by digit. */
function Code({ board: { code, opensAt, closesAt } }: { board: Board }) {
  const now = serverNow();
  const when =
    opensAt > now
      ? `${dateTimeText(opensAt, now)}开始可以签到`
      : closesAt > now
        ? `签到、签退都用它，${dateTimeText(closesAt, now)}以前有效`
        : '签到的时间过了，请在下面补记';
  return (
    <Card>
      <View className="volunteer-code" {...aria({ role: 'img', label: `签到码 ${[...code].join(' ')}` })}>
        <Text className="volunteer-digits">{code}</Text>
      </View>
      <View className="volunteer-middle">
        <Text>{when}</Text>
      </View>
    </Card>
  );
}

function Figures({ board: { expected, arrived, left } }: { board: Board }) {
  return (
    <Card>
      <View className="stats">
        <Stat value={String(expected)} unit="人" label="应到" />
        <Stat value={String(arrived)} unit="人" label="到了" tone="leaf" />
        <Stat value={String(left)} unit="人" label="走了" />
      </View>
    </Card>
  );
}

/** What waits for the leader stands first. */
const waits = ({ record }: Board['rows'][number]) =>
  record?.state === 'stated' || (record?.dispute && !record.dispute.answer) ? 0 : 1;

/** Whoever only waits for a place is not counted among those who are expected. */
function countText({ rows, expected }: Board): string {
  const toAnswer = rows.filter((row) => waits(row) === 0).length;
  if (toAnswer > 0) return `${toAnswer} 位等您处理`;
  const queued = rows.filter(({ claim }) => claim === 'waiting' || claim === 'offered').length;
  return queued > 0 ? `${expected} 位，候补 ${queued} 位` : `${expected} 位`;
}

function People({ board }: { board: Board }) {
  const rows = [...board.rows].sort((a, b) => waits(a) - waits(b));
  return (
    <Section title="报了名的" count={countText(board)}>
      {rows.length === 0 && <Empty icon="people" title="还没有人报名" />}
      {rows.map((row) => (
        <BoardPerson key={row.id} row={row} board={board} />
      ))}
    </Section>
  );
}

/** For whoever leads a shift: the code, who has come, and the hours to confirm. */
export default function BoardPage() {
  const id = pageId(useRouter().params);
  const board = useCall('service.board', { shiftId: id }, { enabled: id !== '', refreshEvery: REFRESH_MS });
  return (
    <Page title="到岗情况">
      <Loaded of={board}>
        {(shown) => (
          <>
            <View>
              <View className="volunteer-head">
                <Text>{shown.title}</Text>
              </View>
              <Text>{spanText(shown, serverNow())}</Text>
            </View>
            <Code board={shown} />
            <Figures board={shown} />
            <People board={shown} />
            <List>
              <ListItem
                icon="camera"
                title="巡查记录"
                onTap={() => open('/packages/volunteers/log/index', { id })}
              />
            </List>
          </>
        )}
      </Loaded>
    </Page>
  );
}
