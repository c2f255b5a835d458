import type { ProfileBodyView, ProfileView } from '@contract/profile-views';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Section } from '@/components/section/section';
import { Confirm } from '@/components/sheet/confirm';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { BodySheet } from '@/features/profiles/body-sheet';
import { NumberFields, RestFields } from '@/features/profiles/profile-fields';
import { bodyNote, WorthTag } from '@/features/profiles/profile-parts';
import { missingOf, type ProfileForm, useLayDown } from '@/features/profiles/use-lay-down';
import { replaceWith } from '@/services/navigate';

/** A body as the form has it by now. */
function asWritten(body: ProfileBodyView, form: ProfileForm): ProfileBodyView {
  return {
    ...body,
    statutory: form.confirmedBy.trim() !== '' && form.electronicVotes.includes(body.body),
    phonePresence: form.phonePresence.includes(body.body),
    noticeDays: Math.max(body.leastNoticeDays, form.noticeDays[body.body] ?? 0),
  };
}

interface BodiesProps {
  shown: ProfileView;
  form: ProfileForm;
  change: (part: Partial<ProfileForm>) => void;
  error?: string;
}

function Bodies({ shown, form, change, error }: BodiesProps) {
  const [open, setOpen] = useState<ProfileBodyView | null>(null);
  return (
    <Section title="各种会，点开来定">
      <List>
        {shown.bodies.map((body) => {
          const written = asWritten(body, form);
          return (
            <ListItem
              key={body.body}
              title={body.label}
              note={bodyNote(written)}
              tags={<WorthTag {...written} />}
              onTap={() => setOpen(body)}
            />
          );
        })}
      </List>
      {error && <Notice tone="brand" icon="warn" title={error} />}
      {open && <BodySheet body={open} form={form} change={change} onClose={() => setOpen(null)} />}
    </Section>
  );
}

const FOLLOWS = '以后公布的表决都照新的办法。已经公布的照原来的办完。以前的版本大家还看得到。';

function Form({ shown }: { shown: ProfileView }) {
  const { placeId, placeName } = shown;
  const done = () => replaceWith('/packages/paths/profile/index', { placeId });
  const { value, change, send, error, fields } = useLayDown(shown, done);
  const [asking, setAsking] = useState(false);
  const sending = useSending();
  const votes = fields['profile.electronicVotes'];
  const bottom = (
    <Button onTap={() => setAsking(true)} reason={sending.reason ?? missingOf(value)}>
      定成新的一版
    </Button>
  );
  return (
    <Page title="定本地办法" bottom={bottom}>
      <Notice tone="sky" icon="law" title={placeName}>
        <Text>照当地的文件填。法律规定了的只能更严，不能更松。</Text>
      </Notice>
      <TextInput
        label="哪个机关确认的"
        hint="没有机关确认，手机表决就不能作法定表决"
        optional
        value={value.confirmedBy}
        onChange={(confirmedBy) => change({ confirmedBy })}
        max={40}
        error={fields['profile.confirmedBy']}
      />
      <TextInput
        label="依据的文件"
        hint="例如：望街办〔2026〕12号"
        value={value.basis}
        onChange={(basis) => change({ basis })}
        max={200}
        error={fields.basis}
      />
      <PhotoPicker
        label="文件的照片"
        hint="拍清楚文号和公章，大家看得到"
        optional
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      <Bodies shown={shown} form={value} change={change} error={votes} />
      <NumberFields shown={shown} form={value} change={change} fields={fields} />
      <RestFields shown={shown} form={value} change={change} fields={fields} />
      {error && <ErrorBox error={error} />}
      <Confirm
        open={asking}
        title="定成新的一版吗？"
        text={FOLLOWS}
        confirm="定下来"
        onConfirm={async () => {
          setAsking(false);
          await send();
        }}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}

/** Laying down what the locality allows for votes and meetings, as a new version (PATH-22). */
export default function LayDownPage() {
  const { placeId = '' } = useRouter().params;
  const profile = useCall('members.profile', { placeId }, { enabled: placeId !== '' });
  if (profile.data) return <Form shown={profile.data} />;
  return (
    <Page title="定本地办法">
      {placeId ? <Loaded of={profile}>{() => null}</Loaded> : <Empty icon="law" title="请从工作台进入" />}
    </Page>
  );
}
