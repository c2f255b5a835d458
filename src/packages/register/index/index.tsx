import type { RegisterOverview, VersionLine } from '@contract/register-import';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Stat } from '@/components/stat/stat';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { countsText, STATES, versionNote } from '@/features/register/register-words';
import { useChooseRegister } from '@/features/register/use-choose-register';
import { asCallError, type CallError } from '@/services/call-error';
import { call } from '@/services/cloud';
import { areaText, countText } from '@/services/figures';
import { openTable } from '@/services/files';
import { denial } from '@/services/messages';
import { open } from '@/services/navigate';

function Versions({ rows }: { rows: readonly VersionLine[] }) {
  return (
    <List>
      {rows.map((version) => (
        <ListItem
          key={version.id}
          icon="document"
          title={version.fileName}
          note={versionNote(version)}
          tags={
            <Tags>
              <Tag tone={STATES[version.state].tone}>{STATES[version.state].text}</Tag>
              {version.problemCount > 0 && <Tag tone="brand">{`${version.problemCount} 处要改`}</Tag>}
            </Tags>
          }
          onTap={() => open('/packages/register/preview/index', { id: version.id })}
        />
      ))}
    </List>
  );
}

function Below({ below }: Pick<RegisterOverview, 'below'>) {
  return (
    <Section title="选一个小区">
      <List>
        {below.map(({ id, name }) => (
          <ListItem
            key={id}
            icon="building"
            title={name}
            onTap={() => open('/packages/register/index/index', { placeId: id })}
          />
        ))}
      </List>
    </Section>
  );
}

function Template() {
  const [error, setError] = useState<CallError | null>(null);
  const get = async () => {
    setError(null);
    try {
      const { fileName, base64 } = await call('members.registerTemplate', {});
      await openTable(fileName, base64);
    } catch (failure) {
      setError(asCallError(failure));
    }
  };
  return (
    <>
      {error && <ErrorBox error={error} />}
      <Button kind="plain" icon="document" onTap={get}>
        下载模板
      </Button>
    </>
  );
}

const EARLIER = '这里只列最近的，更早的没有列出。';

const countOf = ({ length }: readonly unknown[], earlier: boolean) => `${earlier ? '最近 ' : ''}${length} 份`;

function Register({ shown }: { shown: RegisterOverview }) {
  const { counts, below, versions, earlier, placeId, can } = shown;
  return (
    <>
      <Card>
        <Stat
          value={countText(counts.homes)}
          unit="套"
          label={`${shown.placeName}现在的名册`}
          note={areaText(counts.area)}
        />
        {counts.homes > 0 && <Text>{countsText(counts)}</Text>}
      </Card>
      {below.length > 0 && <Below below={below} />}
      {shown.open.length > 0 && (
        <Section title="还没启用的" count={countOf(shown.open, earlier.open)}>
          <Versions rows={shown.open} />
          {earlier.open && <Text>{EARLIER}</Text>}
        </Section>
      )}
      {can.import === null && (
        <Section title="导入名册">
          <Notice title="先看，再启用" icon="info">
            <Text>传上来只是预览：哪里填错、和原来有什么不同，都看清楚了再启用。可以用 Excel 或 CSV。</Text>
          </Notice>
          <Template />
          {can.printSlips === null && counts.homes > 0 && (
            <Button kind="plain" icon="key" onTap={() => open('/packages/register/slips/index', { placeId })}>
              打印认领纸条
            </Button>
          )}
        </Section>
      )}
      {versions.length > 0 && (
        <Section title="历次名册" count={countOf(versions, earlier.versions)}>
          <Versions rows={versions} />
          {earlier.versions && <Text>{EARLIER}</Text>}
        </Section>
      )}
    </>
  );
}

function ChooseFile({ shown }: { shown: RegisterOverview }) {
  const { choose, error } = useChooseRegister(shown.placeId);
  return (
    <>
      {error && <ErrorBox error={error} />}
      <Button icon="plus" onTap={choose} reason={denial(shown.can.import)} busyText="正在读文件">
        选择名册文件
      </Button>
    </>
  );
}

/** 名册: what the register of a place holds, where it came from, and the way to a new one. */
export default function RegisterPage() {
  const { placeId = '' } = useRouter().params;
  const overview = useCall('members.registerOverview', { placeId });
  const shown = overview.data;
  return (
    <Page title="名册" bottom={shown && shown.below.length === 0 && <ChooseFile shown={shown} />}>
      <Loaded of={overview}>{(data) => <Register shown={data} />}</Loaded>
    </Page>
  );
}
