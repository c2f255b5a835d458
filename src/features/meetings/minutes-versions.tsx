import type { MinutesRecord, MinutesSignature, MinutesVersion, SignerRole } from '@contract/minutes';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Section } from '@/components/section/section';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { usePages } from '@/features/calls/use-pages';
import { CheckCode } from '@/features/proofs/check-code';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';
import { MinutesText } from './minutes-words';
import './minutes.scss';

const SIGNERS: Record<SignerRole, string> = { chair: '主持人', recorder: '记录人', attendee: '到会的人' };

function Signed({ by: { role, name, at } }: { by: MinutesSignature }) {
  return (
    <View className="minutes-small">
      <Text>
        ✓ {SIGNERS[role]} {name} · {dateTimeText(at, serverNow())}签字
      </Text>
    </View>
  );
}

const keyOf = ({ role, name, at }: MinutesSignature) => `${role}:${name}:${at}`;

/** All who were there and confirmed, page by page: the record has the first of them. */
function AllWhoWereThere({ id, number }: { id: string; number: number }) {
  const pages = usePages('minutes.signatures', { id, number });
  return (
    <>
      <Loaded of={pages}>
        {(items) => (
          <>
            {items.map((one) => (
              <Signed key={keyOf(one)} by={one} />
            ))}
          </>
        )}
      </Loaded>
      {pages.more && (
        <Button kind="quiet" size="small" onTap={pages.more}>
          看更多签字的人
        </Button>
      )}
    </>
  );
}

interface SignaturesProps {
  version: MinutesVersion;
  newest: boolean;
  meetingId: string;
}

/** Who confirmed a version; of an earlier one, that it does not hold for the new one. */
function Signatures({ version, newest, meetingId }: SignaturesProps) {
  const [all, setAll] = useState(false);
  const { number, signatures, signed } = version;
  if (signed === 0) {
    return newest ? (
      <View className="minutes-small">
        <Text>还没有人签字确认</Text>
      </View>
    ) : null;
  }
  return (
    <>
      {signatures
        .filter(({ role }) => !all || role !== 'attendee')
        .map((one) => (
          <Signed key={keyOf(one)} by={one} />
        ))}
      {all && <AllWhoWereThere id={meetingId} number={number} />}
      {!all && signed > signatures.length && (
        <Button
          kind="quiet"
          size="small"
          label={`看第${number}版全部${signed}个签字`}
          onTap={() => setAll(true)}
        >
          {`看全部${signed}个签字`}
        </Button>
      )}
      {!newest && (
        <View className="minutes-small">
          <Text>后来出了新版，这些签字只对这一版</Text>
        </View>
      )}
    </>
  );
}

function Words({ record, number }: { record: MinutesRecord; number: number }) {
  const version = useCall('minutes.version', { id: record.meetingId, number });
  return <Loaded of={version}>{({ words }) => <MinutesText words={words} agenda={record.agenda} />}</Loaded>;
}

function Version({ record, version }: { record: MinutesRecord; version: MinutesVersion }) {
  const [shown, setShown] = useState(false);
  const newest = version.number === record.versions[0]?.number;
  const { number, by, at, change, hash } = version;
  return (
    <Card>
      <Tags>
        <Tag tone={newest ? 'leaf' : 'stone'}>{newest ? `✓ 第${number}版，现在这一版` : `第${number}版`}</Tag>
      </Tags>
      <View className="minutes-small">
        <Text>
          {by}记录，{dateTimeText(at, serverNow())}公布
        </Text>
      </View>
      {change !== '' && (
        <View>
          <Text>改动：{change}</Text>
        </View>
      )}
      <Signatures version={version} newest={newest} meetingId={record.meetingId} />
      <CheckCode hash={hash} />
      {shown && <Words record={record} number={number} />}
      {!newest && (
        <Button
          kind="quiet"
          size="small"
          label={shown ? `收起第${number}版` : `看第${number}版写的什么`}
          onTap={() => setShown(!shown)}
        >
          {shown ? '收起' : '看这一版写的什么'}
        </Button>
      )}
    </Card>
  );
}

/** Every version, the newest first, with who confirmed it. */
export function MinutesVersions({ record }: { record: MinutesRecord }) {
  if (record.versions.length === 0) return null;
  return (
    <Section title="各个版本">
      {record.versions.map((version) => (
        <Version key={version.number} record={record} version={version} />
      ))}
    </Section>
  );
}
