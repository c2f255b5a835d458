import type { MotionDetail, PaperRow } from '@contract/motions';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Receipt } from '@/components/receipt/receipt';
import { Section } from '@/components/section/section';
import { TextInput } from '@/components/text-input/text-input';
import { useCall } from '@/features/calls/use-call';
import { choiceRows } from '@/features/motions/choice-marks';
import { missingOf, useEnterPaper } from '@/features/motions/use-enter-paper';
import { replaceWith } from '@/services/navigate';
import { parameterText } from '@/services/parameter-text';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

const TITLE = '登记纸质票';

const CHANNELS = [
  { id: 'paper', title: '交来的', note: '本人交到社区、会场，或投进票箱' },
  { id: 'door', title: '上门收的' },
] as const;

const HELP = [
  { id: 'own', title: '本人自己填的' },
  { id: 'helped', title: '有人帮着填的' },
] as const;

const CONSENT = [{ id: 'yes', title: '投票人本人同意，并且在场' }] as const;

type Entering = ReturnType<typeof useEnterPaper>;

function Help({ form, change, fields }: Entering) {
  return (
    <Section title="谁填的">
      <ChoiceList
        label="谁填的"
        choices={HELP}
        value={form.helped ? 'helped' : 'own'}
        onChange={(how) => change({ helped: how === 'helped' })}
      />
      {form.helped && (
        <>
          <TextInput
            label="帮忙的人的名字"
            value={form.helper}
            onChange={(helper) => change({ helper })}
            max={30}
            error={fields['assistance.helper']}
          />
          <ChoiceList
            label="本人同意"
            choices={CONSENT}
            value={form.consent ? 'yes' : null}
            onChange={() => change((now) => ({ consent: !now.consent }))}
          />
        </>
      )}
    </Section>
  );
}

function Entered({ row }: { row: PaperRow }) {
  return (
    <Receipt
      title="登记好了"
      lines={[
        { label: '投票人', value: row.label },
        { label: '登记时间', value: dateTimeText(row.registeredAt, serverNow()) },
      ]}
      next="还要另一位工作人员对着照片核对，核对以后才算。投票人会收到通知。"
    >
      <Button
        kind="plain"
        onTap={() =>
          replaceWith('/packages/paper-ballots/papers/index', { id: row.motionId, part: 'search' })
        }
      >
        登记下一张
      </Button>
    </Receipt>
  );
}

interface FormProps {
  motion: MotionDetail;
  entryId: string;
  label: string;
  /** Of the same paper, which two officers read differently. */
  photos: string[];
}

function Form({ motion, entryId, label, photos }: FormProps) {
  const entering = useEnterPaper(motion.id, entryId, photos);
  const sending = useSending();
  const { form, change, entered, send, error, fields } = entering;
  if (entered) {
    return (
      <Page title={TITLE}>
        <Entered row={entered} />
      </Page>
    );
  }
  const bottom = (
    <Button onTap={send} reason={sending.reason ?? missingOf(form)} busyText="正在登记…">
      登记这张票
    </Button>
  );
  return (
    <Page title={TITLE} bottom={bottom}>
      <Notice tone="sky" icon="home" title={label}>
        <Text>{motion.title}</Text>
      </Notice>
      <PhotoPicker
        label="签了字的纸质票"
        hint="拍清楚选项和签名"
        value={form.photos}
        onChange={(taken) => change({ photos: taken })}
        onSending={sending.onSending}
      />
      {fields.photos && <Notice tone="brand" icon="warn" title={fields.photos} />}
      <Section title="票上选的是">
        <ChoiceList
          label="票上选的是"
          choices={choiceRows(motion.choices)}
          value={form.choice}
          onChange={(choice) => change({ choice })}
        />
      </Section>
      <Section title="怎么收的">
        <ChoiceList
          label="怎么收的"
          choices={CHANNELS}
          value={form.channel}
          onChange={(channel) => change({ channel })}
        />
      </Section>
      <Help {...entering} />
      {error && <ErrorBox error={error} />}
    </Page>
  );
}

/** Entering one voter's paper; a paper that was read differently or sent back comes with its photos. */
export default function PaperEnterPage() {
  const { motionId = '', entryId = '', label = '' } = useRouter().params;
  const motion = useCall('motions.detail', { id: motionId }, { enabled: motionId !== '' });
  const before = useCall('motions.paper', { motionId, entryId }, { enabled: entryId !== '' });
  if (motion.data && before.data) {
    const { paper } = before.data;
    const photos = paper?.can.again === null ? paper.photos : [];
    const voter = { entryId, label: parameterText(label) };
    return <Form motion={motion.data} {...voter} photos={photos} />;
  }
  return (
    <Page title={TITLE}>
      <Loaded of={motion}>{() => <Loaded of={before}>{() => null}</Loaded>}</Loaded>
    </Page>
  );
}
