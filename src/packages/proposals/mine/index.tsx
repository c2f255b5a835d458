import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { usePages } from '@/features/calls/use-pages';
import { ProposalRow } from '@/features/proposals/proposal-row';
import { open } from '@/services/navigate';

const propose = () => open('/packages/proposals/new/index');

/** What became of everything that I raised. */
export default function MyProposalsPage() {
  const mine = usePages('proposals.mine', {});
  const some = (mine.data?.length ?? 0) > 0;
  return (
    <Page title="我的提议" bottom={some && <Button onTap={propose}>我要提议</Button>}>
      <Loaded of={mine} skeleton={<Skeleton count={3} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              icon="propose"
              title="您还没有提过什么"
              text="楼道灯不亮、车没处停，一句话就行。"
              action={{ text: '我要提议', onTap: propose }}
            />
          ) : (
            rows.map((row) => <ProposalRow key={row.id} proposal={row} own />)
          )
        }
      </Loaded>
      {mine.more && (
        <Button kind="plain" onTap={mine.more} busyText="正在读取…">
          看更早的
        </Button>
      )}
    </Page>
  );
}
