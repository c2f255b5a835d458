import type { ProposalListItem } from '@contract/proposals';
import { Image, Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { PersonLine } from '@/components/person-line/person-line';
import { Tag, Tags } from '@/components/tag/tag';
import { aria } from '@/services/aria';
import { photoAddress } from '@/services/cloud';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText, sinceText } from '@/services/time';
import { HOLDER_LABELS, KIND_WORDS, OVER, ROUTE_WORDS, STAGE_TAGS } from './proposal-words';
import './proposal.scss';

interface ProposalRowProps {
  proposal: ProposalListItem;
  /** What comes next: 「后天晚上7:30开会」. */
  next?: string;
  /** In a list of one's own nobody has to be told whose it is. */
  own?: boolean;
}

function ProposalTags({ proposal }: { proposal: ProposalListItem }) {
  const stage = STAGE_TAGS[proposal.stage];
  return (
    <Tags>
      <Tag tone={stage.tone}>{stage.text}</Tag>
      {proposal.route && <Tag>{ROUTE_WORDS[proposal.route].text}</Tag>}
      {proposal.kind !== 'other' && <Tag>{KIND_WORDS[proposal.kind]}</Tag>}
      {proposal.held && <Tag tone="clay">审核中</Tag>}
      {proposal.appealPending && <Tag tone="clay">申诉中</Tag>}
    </Tags>
  );
}

/** Whose turn it is; once it is over nobody holds it, and it is said since when. */
function Holder({ proposal: { stage, holder, updatedAt } }: { proposal: ProposalListItem }) {
  const now = serverNow();
  if (!OVER.includes(stage)) {
    const label = HOLDER_LABELS[stage] ?? '现在由';
    return <PersonLine label={label} name={holder.label} since={sinceText(holder.since, now)} />;
  }
  return (
    <View className="proposal-small">
      <Text>
        {dateText(updatedAt, now)} {STAGE_TAGS[stage].text}
      </Text>
    </View>
  );
}

/** One matter in a list: where it stands, what about, who holds it, how many support it. */
export function ProposalRow({ proposal, next, own = false }: ProposalRowProps) {
  const { id, title, placeName, supporters, supportedByMe, mine, photo } = proposal;
  const part = own ? '' : mine ? '，您提的' : supportedByMe ? '，您也支持' : '';
  return (
    <Card onTap={() => open('/packages/proposals/detail/index', { id })} label={title}>
      <View className="proposal-row">
        <View className="proposal-row-words">
          <ProposalTags proposal={proposal} />
          <View className="proposal-row-title">
            <Text>{title}</Text>
          </View>
          {next && (
            <View>
              <Text>{next}</Text>
            </View>
          )}
          <View className="proposal-small">
            <Text>
              {placeName} · {supporters} 人支持{part}
            </Text>
          </View>
          <Holder proposal={proposal} />
        </View>
        {photo && (
          <View className="proposal-row-photo">
            <Image
              className="proposal-row-image"
              src={photoAddress(photo)}
              mode="aspectFill"
              lazyLoad
              {...aria({ hidden: true })}
            />
          </View>
        )}
      </View>
    </Card>
  );
}
