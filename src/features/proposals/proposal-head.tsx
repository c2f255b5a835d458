import type { ProposalDetail } from '@contract/proposals';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { List, ListItem } from '@/components/list-item/list-item';
import { Notice } from '@/components/notice/notice';
import { PersonLine } from '@/components/person-line/person-line';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { Tag, Tags } from '@/components/tag/tag';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText, sinceText } from '@/services/time';
import { HOLDER_LABELS, KIND_WORDS, OVER, ROUTE_WORDS, STAGE_TAGS } from './proposal-words';
import './proposal.scss';

/** Where it stands, what is asked for, and whose turn it is. */
export function ProposalHead({ proposal }: { proposal: ProposalDetail }) {
  const { stage, route, kind, holder, authorName, placeName, createdAt, photos } = proposal;
  const now = serverNow();
  return (
    <Card>
      <Tags>
        <Tag tone={STAGE_TAGS[stage].tone}>{STAGE_TAGS[stage].text}</Tag>
        {route && <Tag>{ROUTE_WORDS[route].text}</Tag>}
        {kind !== 'other' && <Tag>{KIND_WORDS[kind]}</Tag>}
      </Tags>
      <View className="proposal-title">
        <Text>{proposal.title}</Text>
      </View>
      {!OVER.includes(stage) && (
        <PersonLine
          label={HOLDER_LABELS[stage] ?? '现在由'}
          name={holder.label}
          since={sinceText(holder.since, now)}
        />
      )}
      {route && (
        <View className="proposal-small">
          <Text>
            {ROUTE_WORDS[route].text}：{ROUTE_WORDS[route].note}
          </Text>
        </View>
      )}
      {proposal.text !== proposal.title && (
        <View className="proposal-text">
          <Text userSelect>{proposal.text}</Text>
        </View>
      )}
      <PhotoGrid photos={photos.map((fileId) => ({ fileId }))} label="提议的照片" />
      <View className="proposal-small">
        <Text>
          {authorName}提出 · {placeName} · {dateText(createdAt, now)}
        </Text>
      </View>
    </Card>
  );
}

function Appeal({ appeal }: { appeal: NonNullable<ProposalDetail['appeal']> }) {
  const title = { pending: '正在处理申诉', upheld: '申诉成立', refused: '申诉不成立' }[appeal.decision];
  return (
    <Notice tone={appeal.decision === 'upheld' ? 'leaf' : 'clay'} icon="law" title={title}>
      <Text>
        申诉的理由：{appeal.reason}
        {appeal.decidedReason && `。答复：${appeal.decidedReason}`}
      </Text>
    </Notice>
  );
}

/** What happened to it that its readers should know before the rest. */
export function ProposalNews({ proposal }: { proposal: ProposalDetail }) {
  const { held, mine, returned, appeal, mergedInto, mergedFrom } = proposal;
  return (
    <>
      {held && !returned && (
        <Notice tone="clay" icon="clock" title="这段文字还在审核">
          <Text>审核通过以后邻居才看得到，现在只有提出人和社区看得到。</Text>
          {!mine && (
            <Button
              kind="plain"
              size="small"
              onTap={() => open('/packages/desk/texts/index', { placeId: proposal.placeId })}
            >
              去审核
            </Button>
          )}
        </Notice>
      )}
      {returned && (
        <Notice tone="clay" icon="info" title={`${returned.by}退回了这件提议`}>
          <Text>理由：{returned.reason}</Text>
        </Notice>
      )}
      {appeal && <Appeal appeal={appeal} />}
      {(mergedInto || mergedFrom.length > 0) && (
        <List>
          {mergedInto && (
            <ListItem
              icon="forward"
              title={`已并入：${mergedInto.title}`}
              note="以后的进展看那一件"
              onTap={() => open('/packages/proposals/detail/index', { id: mergedInto.id })}
            />
          )}
          {mergedFrom.map((one) => (
            <ListItem
              key={one.id}
              icon="plus"
              title={`并进来的：${one.title}`}
              note={`${one.authorName}提出`}
              onTap={() => open('/packages/proposals/detail/index', { id: one.id })}
            />
          ))}
        </List>
      )}
    </>
  );
}
