import type { MinutesCorrection, MinutesRecord } from '@contract/minutes';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { usePages } from '@/features/calls/use-pages';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';
import './minutes.scss';

interface Words {
  text: string;
  items: Record<string, string>;
  change: string;
  /** The kept draft that these words began with. */
  base: number;
}

/** A draft that was kept in the cloud goes before what was released. */
function wordsOf({ draft, words, draftRevision: base }: MinutesRecord): Words {
  const from = draft ?? words;
  const items = Object.fromEntries((from?.items ?? []).map((item) => [item.itemId, item.text]));
  return { text: from?.text ?? '', items, change: '', base };
}

const sentOf = ({ items }: Words) =>
  Object.entries(items)
    .filter(([, text]) => text.trim())
    .map(([itemId, text]) => ({ itemId, text }));

/** Every correction that waits for an answer, however many: the record has the newest alone. */
function useOpenCorrections({ meetingId: id, open }: MinutesRecord) {
  const { data, more } = usePages('minutes.corrections', { id, open: true }, { enabled: open > 0 });
  const read = data?.length ?? 0;
  useEffect(() => {
    if (more) void more();
  }, [more, read]);
  return { open: data ?? [], reading: open > 0 && (data === undefined || more !== null) };
}

interface AdoptsProps {
  open: readonly MinutesCorrection[];
  chosen: readonly string[];
  onChange: (adopts: string[]) => void;
}

/** The corrections that wait for an answer, each to be taken over by this version. */
function Adopts({ open, chosen, onChange }: AdoptsProps) {
  if (open.length === 0) return null;
  return (
    <Section title="采纳哪些更正">
      {open.map(({ id, by, wrong, should }) => {
        const taken = chosen.includes(id);
        return (
          <Card key={id}>
            <View>
              <Text>
                {by}：{wrong}
              </Text>
            </View>
            <View>
              <Text>应当写：{should}</Text>
            </View>
            <Button
              kind={taken ? 'main' : 'plain'}
              size="small"
              label={`${taken ? '已选' : '采纳'}：${wrong}`}
              onTap={() => onChange(taken ? chosen.filter((one) => one !== id) : [...chosen, id])}
            >
              {taken ? '✓ 这一版采纳' : '○ 采纳，请在上面改好'}
            </Button>
          </Card>
        );
      })}
    </Section>
  );
}

interface OtherDraftProps {
  draft: NonNullable<MinutesRecord['draft']>;
  onTake: () => void;
  onKeep: () => void;
}

/** Somebody else kept a draft meanwhile: neither is thrown away without being looked at. */
function OtherDraft({ draft, onTake, onKeep }: OtherDraftProps) {
  return (
    <Notice tone="clay" title={`${draft.by}刚存了一份草稿，和您手机上的不一样`}>
      <Text className="minutes-words">{draft.text}</Text>
      <Button kind="plain" size="small" onTap={onTake}>
        改用这份
      </Button>
      <Button kind="plain" size="small" onTap={onKeep}>
        用我手机上的
      </Button>
    </Notice>
  );
}

function missingIn(record: MinutesRecord, value: Words): string | undefined {
  if (record.draft && record.draftRevision !== value.base) return '请先选用哪一份草稿';
  if (record.can.release) return denial(record.can.release);
  if (!value.text.trim()) return '请先写纪要';
  if (record.versions.length > 0 && !value.change.trim()) return '请写明改了什么、为什么改';
  return undefined;
}

/** Releases a version, or keeps a draft for those who write along. */
export function MinutesForm({ record, adopts }: { record: MinutesRecord; adopts: string[] }) {
  const { meetingId: id, meetingRevision: revision, draftRevision } = record;
  const name = `minutes:${id}:${record.versions.length}`;
  const { value, change, drop } = useDraftForm<Words>(name, () => wordsOf(record));
  const [chosen, setChosen] = useState(adopts);
  const release = useCommand('meetings.recordMinutes');
  const keep = useCommand('minutes.saveDraft');
  const { open, reading } = useOpenCorrections(record);
  const done = () => {
    drop();
    replaceWith('/packages/meetings/record/index', { id });
  };
  const send = async () => {
    const taken = chosen.filter((asked) => open.some((one) => one.id === asked));
    const words = { text: value.text, items: sentOf(value), change: value.change, adopts: taken };
    if (await release.send({ id, revision, ...words, draftRevision: value.base })) done();
  };
  const save = async () => {
    if (await keep.send({ id, draftRevision: value.base, text: value.text, items: sentOf(value) })) done();
  };
  const error = release.error ?? keep.error;
  return (
    <>
      {record.draft && draftRevision !== value.base && (
        <OtherDraft
          draft={record.draft}
          onTake={() => change({ ...wordsOf(record), change: value.change })}
          onKeep={() => change({ base: draftRevision })}
        />
      )}
      <TextArea
        label="会上怎么说的、定了什么"
        value={value.text}
        onChange={(text) => change({ text })}
        max={5000}
        error={release.fields.text}
      />
      {record.agenda.map((item, n) => (
        <TextArea
          key={item.id}
          label={`${n + 1}. ${item.title}`}
          optional
          value={value.items[item.id] ?? ''}
          onChange={(text) => change((now) => ({ items: { ...now.items, [item.id]: text } }))}
          max={2000}
        />
      ))}
      <Adopts open={open} chosen={chosen} onChange={setChosen} />
      {record.versions.length > 0 && (
        <TextArea
          label="改了什么、为什么改"
          value={value.change}
          onChange={(words) => change({ change: words })}
          max={300}
          error={release.fields.change}
        />
      )}
      {error && <ErrorBox error={error} />}
      <Button
        onTap={send}
        reason={reading ? '还在读取要求的更正，请稍等' : missingIn(record, value)}
        note="公布以后，这个范围的居民都看得到"
      >
        公布纪要
      </Button>
      <Button kind="plain" onTap={save} reason={denial(record.can.draft)} note="只有写纪要的人看得到">
        先存草稿
      </Button>
    </>
  );
}
