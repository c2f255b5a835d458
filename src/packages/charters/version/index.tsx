import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { PickField } from '@/components/pick-field/pick-field';
import { Section } from '@/components/section/section';
import { useCall } from '@/features/calls/use-call';
import { Difference } from '@/features/charters/articles';
import { PhotoCheck } from '@/features/photos/photo-check';
import { CheckCode } from '@/features/proofs/check-code';
import { openLink } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dateText, dayText } from '@/services/time';
import '@/features/charters/charters.scss';

/** With which other version it is compared; the one before to begin with. */
function Against({
  number,
  value,
  onChange,
}: {
  number: number;
  value: number;
  onChange: (n: number) => void;
}) {
  if (number < 3) return null;
  const choices = Array.from({ length: number - 1 }, (_, n) => ({
    id: String(n + 1),
    title: `第${n + 1}版`,
  }));
  return (
    <PickField
      label="和哪一版比"
      choices={choices}
      value={String(value)}
      onChange={(id) => onChange(Number(id))}
    />
  );
}

function Proof({ label, photos }: { label: string; photos: string[] }) {
  if (photos.length === 0) return null;
  return (
    <>
      <PhotoGrid label={label} photos={photos.map((fileId) => ({ fileId }))} />
      <PhotoCheck photos={photos} />
    </>
  );
}

/** One version, where it comes from, and what is different in it. */
export default function CharterVersionPage() {
  const { id = '', number: asked = '1' } = useRouter().params;
  const number = Number(asked);
  const [against, setAgainst] = useState(number - 1);
  const input = { id, number, against: against > 0 ? against : null };
  const version = useCall('charters.version', input, { enabled: id !== '' && number > 0 });
  return (
    <Page title={`第${number}版`}>
      <Loaded of={version}>
        {(shown) => (
          <>
            <Section title="从哪里来">
              <Card>
                <Text>{shown.source}</Text>
                <View className="charters-small">
                  <Text>
                    {dateText(shown.inForceAt, serverNow())}起，{shown.by}公布
                  </Text>
                </View>
                <Proof label="通过的凭证" photos={shown.photos} />
                {shown.filing && (
                  <>
                    <Text>
                      {dayText(shown.filing.filedOn, serverNow())}报给{shown.filing.office}备案
                    </Text>
                    <Proof label="报备的凭证" photos={shown.filing.photos} />
                  </>
                )}
                <CheckCode hash={shown.hash} />
                {shown.link !== null && (
                  <Button kind="quiet" onTap={() => openLink(shown.link ?? '')}>
                    看决议
                  </Button>
                )}
              </Card>
            </Section>
            <Section title={shown.against === null ? '全文' : `和第${shown.against}版比`}>
              <Against number={number} value={against} onChange={setAgainst} />
              <Card>
                <Difference lines={shown.difference} />
              </Card>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
