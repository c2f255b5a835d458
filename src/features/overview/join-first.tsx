import { Empty } from '@/components/empty/empty';
import { useMe } from '@/features/members/use-me';
import { open } from '@/services/navigate';

/** For whoever belongs to no place yet: what is missing, and the way there. */
export function JoinFirst({ signedIn }: { signedIn: boolean }) {
  const waiting = useMe().data?.claims.find(({ state }) => state === 'pending');
  if (!signedIn) {
    return (
      <Empty
        icon="person"
        title="先登录，再办事"
        text="填一个称呼、同意说明就好，不用密码。"
        action={{ text: '去登录', onTap: () => open('/packages/members/sign-in/index') }}
      />
    );
  }
  if (waiting) {
    return (
      <Empty
        icon="clock"
        title={`${waiting.homeLabel}的申请正在核对`}
        text="网格员或社区书记核对以后，会在消息里告诉您。"
        action={{ text: '看我的申请', onTap: () => open('/packages/members/homes/index') }}
      />
    );
  }
  return (
    <Empty
      icon="key"
      title="还没有认领房屋"
      text="认领以后，就能看到小区的事，能提议、开会、投票。"
      action={{ text: '去认领房屋', onTap: () => open('/packages/members/claim/index') }}
    />
  );
}
