import type { AgendaItemView, MeetingDetail } from '@contract/meetings';
import { View } from '@tarojs/components';
import { List, ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { PHASE_WORDS } from './meeting-words';

function toProposal(item: AgendaItemView) {
  const { proposalId } = item;
  return proposalId ? () => open('/packages/proposals/detail/index', { id: proposalId }) : undefined;
}

function MotionRow({ motion }: { motion: AgendaItemView['motions'][number] }) {
  return (
    <ListItem
      icon="vote"
      title={motion.title}
      tags={
        <Tags>
          <Tag tone={motion.phase === 'open' ? 'brand' : 'stone'}>{PHASE_WORDS[motion.phase]}</Tag>
        </Tags>
      }
      onTap={() => open('/packages/motions/detail/index', { id: motion.id })}
    />
  );
}

/** The agenda in its order, each item with what is put to the vote on it; last what came up at the meeting itself. */
export function AgendaList({ agenda, offAgenda }: Pick<MeetingDetail, 'agenda' | 'offAgenda'>) {
  return (
    <List>
      {agenda.map((item, n) => (
        <View key={item.id}>
          <ListItem
            title={`${n + 1}. ${item.title}`}
            note={item.note || undefined}
            onTap={toProposal(item)}
          />
          {item.motions.map((motion) => (
            <MotionRow key={motion.id} motion={motion} />
          ))}
        </View>
      ))}
      {offAgenda.motions.length > 0 && (
        <View>
          <ListItem title="会上临时提出的" note="不在通知的议程上，本地办法允许" />
          {offAgenda.motions.map((motion) => (
            <MotionRow key={motion.id} motion={motion} />
          ))}
        </View>
      )}
    </List>
  );
}
