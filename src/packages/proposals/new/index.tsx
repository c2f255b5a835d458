import type { ProposalDetail } from '@contract/proposals';
import type { Me } from '@contract/members';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { Skeleton } from '@/components/skeleton/skeleton';
import { TextArea } from '@/components/text-area/text-area';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { useChosenPlace } from '@/features/overview/chosen';
import { JoinFirst } from '@/features/overview/join-first';
import { useMe } from '@/features/members/use-me';
import { PlaceField } from '@/features/places/place-field';
import { ProposalReceipt } from '@/features/proposals/proposal-receipt';
import { KIND_CHOICES } from '@/features/proposals/proposal-words';
import { useNewProposal, useRevision } from '@/features/proposals/use-proposal-form';
import { openTab, replaceWith } from '@/services/navigate';

function Sent({ proposal }: { proposal: ProposalDetail }) {
  const look = () => replaceWith('/packages/proposals/detail/index', { id: proposal.id });
  return (
    <Page title="我要提议" bottom={<Button onTap={look}>看这件事</Button>}>
      <ProposalReceipt proposal={proposal} />
      <Button kind="quiet" onTap={() => openTab('home')}>
        回首页
      </Button>
    </Page>
  );
}

/** The place that is looked at, else the one that the phone opens with. */
function useStart({ places }: Me): string {
  const chosen = useChosenPlace();
  const place = places.find(({ id }) => id === chosen) ?? places.find(({ home }) => home) ?? places[0];
  return place?.id ?? '';
}

const MAX_TEXT = 1000;

/** Why the proposal cannot be sent yet, at the button: the field itself may be out of sight. */
function notYet(text: string, sending: string | undefined): string | undefined {
  if (!text.trim()) return '写一句话就可以提';
  const over = text.length - MAX_TEXT;
  return over > 0 ? `多了 ${over} 个字，请删短一些` : sending;
}

/** One sentence is enough (PRO-1); the rest helps whoever has to sort it. */
function NewProposal({ me }: { me: Me }) {
  const start = useStart(me);
  const { form, change, command, send, sent } = useNewProposal(start);
  const sending = useSending();
  if (sent) return <Sent proposal={sent} />;
  const { fields, error } = command;
  const bottom = (
    <Button onTap={send} reason={notYet(form.text, sending.reason)} busyText="正在提交…">
      提出来
    </Button>
  );
  return (
    <Page title="我要提议" bottom={bottom}>
      <TextArea
        label="您想提什么"
        hint="一句话就够，写清楚在哪里、什么事"
        placeholder="比如：3栋2单元楼道灯坏了半个月"
        value={form.text}
        onChange={(text) => change({ text })}
        max={MAX_TEXT}
        error={fields.text}
      />
      <PhotoPicker
        label="照片"
        optional
        value={form.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      <PickField
        label="哪一类的事"
        optional
        choices={KIND_CHOICES}
        value={form.kind}
        onChange={(kind) => change({ kind })}
        placeholder="不选也可以，社区来分"
        error={fields.kind}
      />
      <PlaceField
        label="在哪里"
        start={start}
        value={form.placeId}
        onChange={(placeId) => change({ placeId })}
        error={fields.placeId}
      />
      {error && <ErrorBox error={error} />}
    </Page>
  );
}

function Revision({ proposal }: { proposal: ProposalDetail }) {
  const { form, change, command, send, sent } = useRevision(proposal);
  const sending = useSending();
  if (sent) return <Sent proposal={sent} />;
  const { fields, error } = command;
  const reason = form.title.trim() && form.text.trim() ? sending.reason : '标题和内容都要写';
  return (
    <Page
      title="改一改再提"
      bottom={
        <Button onTap={send} reason={reason} note="改好以后重新征集邻居的支持">
          重新提出
        </Button>
      }
    >
      <TextInput
        label="标题"
        value={form.title}
        onChange={(title) => change({ title })}
        max={40}
        error={fields.title}
      />
      <TextArea
        label="您想提什么"
        value={form.text}
        onChange={(text) => change({ text })}
        max={1000}
        error={fields.text}
      />
      <PhotoPicker
        label="照片"
        optional
        value={form.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      {error && <ErrorBox error={error} />}
    </Page>
  );
}

/** 我要提议; with `id` a returned proposal is written anew. */
export default function NewProposalPage() {
  const { id = '' } = useRouter().params;
  const me = useMe();
  const returned = useCall('proposals.detail', { id }, { enabled: id !== '' });
  if (returned.data) return <Revision proposal={returned.data} />;
  if (id === '' && me.data && me.data.places.length > 0) return <NewProposal me={me.data} />;
  return (
    <Page title={id ? '改一改再提' : '我要提议'}>
      {id ? (
        <Loaded of={returned}>{() => null}</Loaded>
      ) : (
        <Loaded of={me} skeleton={<Skeleton kind="lines" count={4} />}>
          {(known) => <JoinFirst signedIn={known.name !== null} />}
        </Loaded>
      )}
    </Page>
  );
}
