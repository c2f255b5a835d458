import type { MotionDetail } from '@contract/motions';
import type { Seal, SealView } from '@contract/seals';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { saveFile, type Saved } from '@/services/files';
import { countText } from '@/services/figures';
import { denial, messages } from '@/services/messages';
import { DownloadChain } from './download-chain';
import { SavedOutcome } from './saved-outcome';

type Version = 'public' | 'full';
type Format = 'csv' | 'json';

const FORMATS = [
  { id: 'csv' as const, text: '看的表格' },
  { id: 'json' as const, text: '核对用的文件' },
];

function useDownload(id: string, as: Format) {
  const command = useCommand('motions.export');
  const [saved, setSaved] = useState<Saved | 'failed' | null>(null);
  const download = async (version: Version) => {
    setSaved(null);
    const file = await command.send({ id, version, as });
    if (!file) return;
    const { fileId, name: fileName } = file;
    setSaved(await saveFile({ fileId, fileName }).catch(() => 'failed' as const));
  };
  return { download, saved, error: command.error };
}

function Downloads({ motionId, can }: Pick<SealView, 'motionId' | 'can'>) {
  const [as, setAs] = useState<Format>('csv');
  const { download, saved, error } = useDownload(motionId, as);
  return (
    <>
      <Segments label="文件" segments={FORMATS} value={as} onChange={setAs} />
      <Button
        kind="plain"
        busyText="正在准备…"
        onTap={() => download('public')}
        reason={denial(can.public)}
        note="只有合计，看不出谁家投的什么"
      >
        下载公开版
      </Button>
      <Button
        kind="plain"
        busyText="正在准备…"
        onTap={() => download('full')}
        reason={denial(can.full)}
        note="有每一票的选择和面积，谁下载过会记下来"
      >
        下载完整版
      </Button>
      {error && <ErrorBox error={error} />}
      <SavedOutcome saved={saved} />
    </>
  );
}

const Line = ({ words }: { words: string }) => (
  <View>
    <Text userSelect>{words}</Text>
  </View>
);

function Sealed({ seal, motionId, can }: { seal: Seal } & Pick<SealView, 'motionId' | 'can'>) {
  return (
    <Card>
      <Line words={`一共封存了 ${countText(seal.ballots)} 票，改动一点都看得出来。`} />
      <Line words={`封存码 ${seal.code}`} />
      <Line words={`签名钥匙编号 ${seal.keyId}`} />
      <Line words="和邻居、公告上的封存码一样，就是同一份结果。" />
      <Downloads motionId={motionId} can={can} />
      <DownloadChain />
    </Card>
  );
}

/** How anybody can check the count: quiet, below the result (SEAL-1, SEAL-5, SEAL-6). */
export function SealSection({ motion }: { motion: Pick<MotionDetail, 'id' | 'phase'> }) {
  const counted = motion.phase === 'counted';
  const seal = useCall('motions.seal', { id: motion.id }, { enabled: counted });
  if (!counted) return null;
  return (
    <Section title="核对这次计票">
      <Loaded of={seal}>
        {(view) =>
          view.seal ? (
            <Sealed seal={view.seal} motionId={view.motionId} can={view.can} />
          ) : (
            <Notice tone="stone" icon="info" title="这次计票没有封存">
              <Text>{messages.NOT_SEALED}</Text>
            </Notice>
          )
        }
      </Loaded>
    </Section>
  );
}
