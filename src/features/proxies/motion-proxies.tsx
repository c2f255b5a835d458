import type { MotionDetail } from '@contract/motions';
import type { MotionProxies as Proxies } from '@contract/proxies';
import { Button } from '@/components/button/button';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { open } from '@/services/navigate';
import { GivenProxyCard } from './given-proxy';
import { HeldVotes } from './held-votes';

function Given({ proxies, voterId }: { proxies: Proxies; voterId: string | null }) {
  const voter = proxies.given.find(({ entryId }) => entryId === voterId) ?? proxies.given[0];
  if (!voter) return null;
  const { motionId } = proxies;
  const { entryId, proxy } = voter;
  if (!proxy && voter.can.offer !== null) return null;
  return (
    <Section title="委托别人投票">
      {proxy && <GivenProxyCard key={proxy.number} voter={voter} proxy={proxy} />}
      {voter.can.offer === null && (
        <Button
          kind="plain"
          note="不能自己投的时候，可以书面委托一位信得过的邻居"
          onTap={() => open('/packages/proxies/entrust/index', { motionId, entryId })}
        >
          {proxy ? '另外委托一位' : '委托别人投票'}
        </Button>
      )}
    </Section>
  );
}

/** Proxies of one vote: whom I entrusted, whom I cast for, and for officers what came on paper. Nothing where there is nothing to do. */
export function MotionProxies({ motion, voterId }: { motion: MotionDetail; voterId: string | null }) {
  const runs = motion.phase === 'announced' || motion.phase === 'open';
  const proxies = useCall(
    'proxies.ofMotion',
    { motionId: motion.id },
    { enabled: runs, refreshEvery: 30_000 },
  );
  if (!runs || !proxies.data) return null;
  const { held, lapsed, can } = proxies.data;
  // Over what another of the voter's people cast nobody casts by proxy (PROXY-7): the page says above who did.
  const otherVoted = motion.mine.some(({ entryId, otherCast }) => entryId === voterId && otherCast !== null);
  return (
    <>
      {held.length > 0 && (
        <Section title="您受托代投" count={`${held.length} 票`}>
          <HeldVotes votes={held} />
        </Section>
      )}
      {!otherVoted && <Given proxies={proxies.data} voterId={voterId} />}
      {lapsed.map(({ label, proxy }) => (
        <Section key={`${proxy.proxyId}:${proxy.number}`} title="委托别人投票">
          <GivenProxyCard voter={{ label }} proxy={proxy} />
        </Section>
      ))}
      {can.enterPaper === null && (
        <Section title="纸面委托书">
          <Button kind="plain" onTap={() => open('/packages/proxies/papers/index', { id: motion.id })}>
            登记、核对委托书
          </Button>
        </Section>
      )}
    </>
  );
}
