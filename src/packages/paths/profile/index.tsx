import type { ProfileView } from '@contract/profile-views';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { usePages } from '@/features/calls/use-pages';
import { Figures, Follows, Version } from '@/features/profiles/profile-parts';
import { open } from '@/services/navigate';

/** The place follows the one above again, from the next announcement on. */
function DropSheet({ shown, onClose }: { shown: ProfileView; onClose: () => void }) {
  const [basis, setBasis] = useState('');
  const command = useCommand('members.setProfile');
  const { placeId, revision } = shown;
  const drop = async () => {
    if (await command.send({ placeId, revision, profile: null, basis })) onClose();
  };
  return (
    <Confirm
      open
      title="不再单独规定吗？"
      text="以后照上一级的办法。已经公布的表决不受影响，以前的版本还看得到。"
      confirm="照上一级的"
      danger
      reason={basis.trim() ? undefined : '请写依据的文件'}
      error={command.error}
      onConfirm={drop}
      onClose={onClose}
    >
      <TextInput
        label="依据的文件"
        hint="例如：望街办〔2026〕12号"
        value={basis}
        onChange={setBasis}
        max={200}
        error={command.fields.basis}
      />
    </Confirm>
  );
}

/** Beside laying down a new one, where this place has one of its own. */
function Drop({ shown }: { shown: ProfileView }) {
  const [dropping, setDropping] = useState(false);
  const { can, from, placeId } = shown;
  if (can.set !== null || from?.id !== placeId) return null;
  return (
    <Section title="还可以这样办">
      <Button kind="plain" onTap={() => setDropping(true)}>
        不再单独规定，照上一级的
      </Button>
      {dropping && <DropSheet shown={shown} onClose={() => setDropping(false)} />}
    </Section>
  );
}

function Profile({ placeId }: { placeId: string }) {
  const list = usePages('members.profile', { placeId });
  const shown = list.first;
  const bottom = shown?.can.set === null && (
    <Button onTap={() => open('/packages/paths/lay-down/index', { placeId })}>定新的一版</Button>
  );
  return (
    <Page title="本地办法" bottom={bottom}>
      <Loaded of={list}>
        {(versions) =>
          shown && (
            <>
              <Section title={shown.placeName}>
                <Follows shown={shown} />
              </Section>
              <Figures shown={shown} />
              {versions.length > 0 && (
                <Section title="一版一版怎么定的">
                  {versions.map((version) => (
                    <Version key={version.number} version={version} />
                  ))}
                  {list.more && (
                    <Button kind="plain" onTap={list.more}>
                      看更早的
                    </Button>
                  )}
                </Section>
              )}
              <Drop shown={shown} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** What the locality lays down beyond the statutes, in plain words: for every neighbour, since votes go by it. */
export default function ProfilePage() {
  const { placeId } = useRouter().params;
  if (placeId) return <Profile placeId={placeId} />;
  return (
    <Page title="本地办法">
      <Empty icon="law" title="请从“法定步骤”或工作台进入" />
    </Page>
  );
}
