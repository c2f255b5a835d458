import type { CharterDetail } from '@contract/charters';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';
import { Articles } from '@/features/charters/articles';
import { DRAFT_TAGS } from '@/features/charters/charter-words';
import { FileCharter } from '@/features/charters/file-charter';
import { open } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText, dayText } from '@/services/time';

/** Whether the version in force was filed, where the law asks for it (CHART-6). */
function Filing({ charter }: { charter: CharterDetail }) {
  const [filing, setFiling] = useState(false);
  if (!charter.filingArticle) return null;
  const done = charter.versions[0]?.filing;
  if (done) {
    return (
      <Notice tone="leaf" icon="check" title={`第${charter.current}版已经报备`}>
        <Text>
          {dayText(done.filedOn, serverNow())}报给{done.office}，{done.by}登记
        </Text>
      </Notice>
    );
  }
  return (
    <Notice tone="clay" title={`第${charter.current}版还没有登记报备`}>
      <Text>依据：{charter.filingArticle}。报给街道或乡镇以后在这里登记。</Text>
      {charter.can.file === null && (
        <Button kind="plain" size="small" onTap={() => setFiling(true)}>
          登记报备
        </Button>
      )}
      {filing && <FileCharter charter={charter} onClose={() => setFiling(false)} />}
    </Notice>
  );
}

function Versions({ charter: { id, current } }: { charter: CharterDetail }) {
  const versions = usePages('charters.versions', { id });
  return (
    <Section title="各个版本">
      <Loaded of={versions}>
        {(items) => (
          <List>
            {items.map(({ number, inForceAt, source }) => (
              <ListItem
                key={number}
                title={`第${number}版${number === current ? '（现行）' : ''}`}
                note={`${dateText(inForceAt, serverNow())}起 · ${source}`}
                onTap={() => open('/packages/charters/version/index', { id, number: String(number) })}
              />
            ))}
          </List>
        )}
      </Loaded>
      {versions.more && (
        <Button kind="quiet" onTap={versions.more}>
          看更早的版本
        </Button>
      )}
    </Section>
  );
}

function Drafts({ charter }: { charter: CharterDetail }) {
  if (charter.drafts.length === 0) return null;
  return (
    <Section title="提出过的修改">
      <List>
        {charter.drafts.map(({ motionId, title, base, state }) => (
          <ListItem
            key={motionId}
            title={title}
            note={`改的是第${base}版`}
            tags={
              <Tags>
                <Tag tone={DRAFT_TAGS[state].tone}>{DRAFT_TAGS[state].text}</Tag>
              </Tags>
            }
            onTap={() => open('/packages/motions/detail/index', { id: motionId })}
          />
        ))}
      </List>
      {charter.earlierDrafts && <Text>这里列的是最近的修改。更早的，请到当时的表决里看。</Text>}
    </Section>
  );
}

/** Rules as they hold now, how they came about, and what was proposed to change. */
export default function CharterPage() {
  const { id = '' } = useRouter().params;
  const charter = useCall('charters.detail', { id }, { enabled: id !== '' });
  return (
    <Page title="规约">
      <Loaded of={charter}>
        {(shown) => (
          <>
            <Filing charter={shown} />
            <Section title={shown.title}>
              <Card>
                <Tags>
                  <Tag>{shown.kindLabel}</Tag>
                  <Tag tone="leaf">✓ 第{shown.current}版，现行</Tag>
                </Tags>
                <Articles articles={shown.articles} />
              </Card>
            </Section>
            <Notice tone="sky" title="法律的规定">
              <Text>{shown.notice}</Text>
            </Notice>
            <Versions charter={shown} />
            <Drafts charter={shown} />
            {shown.can.draft === null && (
              <Button
                kind="plain"
                note="修改只能由表决决定：先起草一次表决，再在那里写好改成什么样"
                onTap={() => open('/packages/motions/draft/index', { placeId: shown.placeId })}
              >
                起草修改的表决
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
