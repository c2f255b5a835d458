import type { MeetingDetail } from '@contract/meetings';
import type { MotionDetail } from '@contract/motions';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PickField } from '@/components/pick-field/pick-field';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { ExtensionFields } from '@/features/motions/extension-fields';
import { BallotField } from '@/features/motions/ballot-field';
import { LawFields } from '@/features/motions/law-fields';
import {
  extensionOf,
  missingIn,
  paperOf,
  useDraftMotion,
  windowOf,
} from '@/features/motions/use-draft-motion';
import { PaperFields } from '@/features/motions/paper-fields';
import { WordFields } from '@/features/motions/word-fields';
import { PlaceField } from '@/features/places/place-field';
import { replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';

interface FormProps {
  /** The draft that is being changed; null: a new motion. */
  motion: MotionDetail | null;
  meeting: MeetingDetail | null;
  start: string;
  proposalId: string | null;
  title: string;
}

const OFF_AGENDA = { id: 'off-agenda', title: '不在议程上', note: '本地办法允许会上临时提出' };

/** The agenda, and beside it what the local profile leaves to the meeting itself. */
function itemsOf({ agenda, offAgenda }: MeetingDetail) {
  const items = agenda.map(({ id, title }) => ({ id, title }));
  return offAgenda.allowed ? [...items, OFF_AGENDA] : items;
}

/** Where the motion belongs: an item of a meeting's agenda, or a vote in writing of its own. */
function useBelonging({ motion, meeting, start, proposalId }: FormProps) {
  const [placeId, setPlaceId] = useState(motion?.terms.placeId ?? meeting?.placeId ?? start);
  const [itemId, setItemId] = useState(motion?.terms.agendaItemId ?? meeting?.agenda[0]?.id ?? null);
  const item = meeting?.agenda.find((one) => one.id === itemId);
  const meetingId = meeting?.id ?? motion?.meetingId ?? null;
  const about = meeting ? (item?.proposalId ?? null) : (motion?.proposalId ?? proposalId);
  return { placeId, setPlaceId, itemId, setItemId, meetingId, proposalId: about };
}

function useForm(props: FormProps) {
  const { motion, meeting } = props;
  const belonging = useBelonging(props);
  const start = { title: props.title, body: meeting?.body ?? null, membership: meeting?.membership ?? null };
  const draft = useDraftMotion(motion?.id ?? meeting?.id ?? props.proposalId ?? 'new', motion, start);
  const create = useCommand('motions.draft');
  const edit = useCommand('motions.edit');
  const send = async () => {
    const { title, text, body, membership, base, subject, worth, interim, ballot, options } = draft.value;
    if (!body || !subject || !worth) return;
    const { placeId, meetingId, itemId: agendaItemId, proposalId } = belonging;
    const words = { title, text, options: options.map((one) => one.trim()).filter(Boolean) };
    const law = { body, membership, base, subject, worth, interim, ballot };
    const window = windowOf(draft.value);
    const paper = paperOf(draft.value);
    const input = {
      ...words,
      ...law,
      window,
      paper,
      extension: extensionOf(draft.value),
      placeId,
      meetingId,
      agendaItemId: meetingId && agendaItemId,
      proposalId,
    };
    const saved = motion
      ? await edit.send({ ...input, id: motion.id, revision: motion.revision })
      : await create.send(input);
    if (!saved) return;
    draft.drop();
    replaceWith('/packages/motions/detail/index', { id: saved.id });
  };
  return { belonging, draft, send, command: motion ? edit : create };
}

function Form(props: FormProps) {
  const { belonging, draft, send, command } = useForm(props);
  const choices = useCall(
    'motions.choices',
    { placeId: belonging.placeId, meetingId: belonging.meetingId },
    { enabled: belonging.placeId !== '' },
  );
  const { value: form, change } = draft;
  const fields = command.fields;
  return (
    <>
      {props.meeting ? (
        <PickField
          label="哪个议题"
          choices={itemsOf(props.meeting)}
          value={belonging.itemId ?? OFF_AGENDA.id}
          onChange={(id) => belonging.setItemId(id === OFF_AGENDA.id ? null : id)}
        />
      ) : (
        <PlaceField
          label="哪个范围的人表决"
          start={props.start}
          value={belonging.placeId}
          onChange={belonging.setPlaceId}
        />
      )}
      <Loaded of={choices}>
        {(offered) => <LawFields choices={offered} form={form} change={change} fields={fields} />}
      </Loaded>
      <BallotField form={form} change={change} fields={fields} />
      <WordFields form={form} change={change} fields={fields} />
      <PaperFields form={form} change={change} fields={fields} />
      <ExtensionFields form={form} change={change} fields={fields} />
      {command.error && <ErrorBox error={command.error} />}
      <Button
        onTap={send}
        reason={missingIn(form, belonging.meetingId !== null)}
        note="先存着，公布以前还可以改"
      >
        存好这次表决
      </Button>
    </>
  );
}

/** Preparing a vote, at a meeting (`meetingId`) or in writing (`placeId`); what the law asks is said by the server. */
export default function DraftPage() {
  const { id = '', meetingId = '', placeId = '', proposalId, title = '' } = useRouter().params;
  const motion = useCall('motions.detail', { id }, { enabled: id !== '' });
  const meeting = useCall('meetings.detail', { id: meetingId }, { enabled: meetingId !== '' });
  const blank = {
    motion: null,
    meeting: null,
    proposalId: proposalId ?? null,
    title: parameterText(title),
  };
  return (
    <Page title="准备表决">
      {id ? (
        <Loaded of={motion}>
          {(shown) => <Form {...blank} motion={shown} start={shown.terms.placeId} title={shown.title} />}
        </Loaded>
      ) : meetingId ? (
        <Loaded of={meeting}>{(shown) => <Form {...blank} meeting={shown} start={shown.placeId} />}</Loaded>
      ) : (
        <Form {...blank} start={placeId} />
      )}
    </Page>
  );
}
