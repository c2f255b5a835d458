import type { CallOutput } from '@contract/calls';
import type { SlipGroup } from '@contract/register-import';
import { Text } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { asCallError, type CallError } from '@/services/call-error';
import { call } from '@/services/cloud';
import { countText } from '@/services/figures';
import { openTable } from '@/services/files';

const AT_ONCE = 100;

type Part = CallOutput<'members.printSlips'> & { name: string };

function chunks<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / AT_ONCE);
  return Array.from({ length: count }, (_, n) => rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
}

/** Codes of a building, a hundred homes at a time; the parts that came stay, should one fail. */
function useSlips(placeId: string) {
  const print = useCommand('members.printSlips');
  const [parts, setParts] = useState<Part[]>([]);
  const [failure, setFailure] = useState<CallError | null>(null);
  const make = async ({ placeId: buildingId, name }: SlipGroup) => {
    setFailure(null);
    setParts([]);
    try {
      const { homes } = await call('members.slipHomes', { placeId, buildingId });
      const batches = chunks(homes.map(({ id }) => id));
      for (const [n, homeIds] of batches.entries()) {
        const made = await print.send({ homeIds });
        if (!made) return;
        const part = batches.length > 1 ? `（第${n + 1}份）` : '';
        setParts((now) => [...now, { ...made, name: `${name}认领纸条${part}` }]);
      }
    } catch (error) {
      setFailure(asCallError(error));
    }
  };
  return { parts, make, error: failure ?? print.error };
}

function Parts({ parts }: { parts: readonly Part[] }) {
  const [error, setError] = useState<CallError | null>(null);
  const openPart = ({ name, base64 }: Part) =>
    openTable(`${name}.xlsx`, base64).catch((failure: unknown) => setError(asCallError(failure)));
  return (
    <Section title="做好的纸条" count={`${parts.length} 份`}>
      <Notice tone="clay" icon="warn" title="只显示这一次">
        <Text>认领码不保存。离开这一页以前，请打开文件，打印或发到电脑上。</Text>
      </Notice>
      {error && <ErrorBox error={error} />}
      {parts.map((part) => (
        <Button key={part.name} kind="plain" icon="document" onTap={() => openPart(part)}>
          {`打开${part.name}`}
        </Button>
      ))}
      <List>
        {parts
          .flatMap(({ codes }) => codes)
          .map(({ homeId, label, code }) => (
            <ListItem key={homeId} icon="key" title={label} note={code ?? '没有发码'} />
          ))}
      </List>
    </Section>
  );
}

function Groups({
  groups,
  onMake,
}: {
  groups: readonly SlipGroup[];
  onMake: (group: SlipGroup) => Promise<void>;
}) {
  const [asked, setAsked] = useState<SlipGroup | null>(null);
  if (groups.length === 0) return <Empty icon="check" title="都认领了" text="没有要发纸条的房屋。" />;
  return (
    <>
      <List>
        {groups.map((group) => (
          <ListItem
            key={group.placeId}
            icon="building"
            title={group.name}
            note={`${countText(group.homes)} 套还没有人认领`}
            onTap={() => setAsked(group)}
          />
        ))}
      </List>
      {asked && (
        <Confirm
          open
          title={`给${asked.name}的 ${countText(asked.homes)} 套房发新码吗？`}
          text="以前发的、还没用的纸条会作废。"
          confirm="发新码"
          onConfirm={async () => {
            setAsked(null);
            await onMake(asked);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** 认领纸条: codes for the letterboxes of a building, shown this once. */
export default function SlipsPage() {
  const { placeId = '' } = useRouter().params;
  const read = useCall('members.slipHomes', { placeId, buildingId: null });
  const { parts, make, error } = useSlips(placeId);
  const printable = process.env.TARO_ENV === 'h5' && parts.length > 0;
  return (
    <Page
      title="认领纸条"
      bottom={printable && <Button onTap={() => Taro.nextTick(() => window.print())}>打印这一页</Button>}
    >
      {error && <ErrorBox error={error} />}
      {parts.length > 0 && <Parts parts={parts} />}
      <Section title="选一栋楼">
        <Text>给还没有人认领的房屋发新的认领码，做成纸条，投进各家信箱。</Text>
        <Loaded of={read}>{({ groups }) => <Groups groups={groups} onMake={make} />}</Loaded>
      </Section>
    </Page>
  );
}
