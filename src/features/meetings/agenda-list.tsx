import type { AgendaItemView } from '@contract/meetings';
import { View } from '@tarojs/components';
import { List, ListItem } from '@/components/list-item/list-item';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { PHASE_WORDS } from './meeting-words';

function toProposal(item: AgendaItemView) {
  const { proposalId } = item;
  return proposalId ? () => open('/packages/proposals/detail/index', { id: proposalId }) : undefined;
}

/** The agenda in its order, each item with what is put to the vote on it. */
export function AgendaList({ agenda }: { agenda: readonly AgendaItemView[] }) {
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
            <ListItem
              key={motion.id}
              icon="vote"
              title={motion.title}
              tags={
                <Tags>
                  <Tag tone={motion.phase === 'open' ? 'brand' : 'stone'}>{PHASE_WORDS[motion.phase]}</Tag>
                </Tags>
              }
              onTap={() => open('/packages/motions/detail/index', { id: motion.id })}
            />
          ))}
        </View>
      ))}
    </List>
  );
}
