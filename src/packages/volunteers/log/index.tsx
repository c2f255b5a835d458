import type { LogEntry } from '@contract/service';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Empty } from '@/components/empty/empty';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { PersonLine } from '@/components/person-line/person-line';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { Section } from '@/components/section/section';
import { TextArea } from '@/components/text-area/text-area';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { usePages } from '@/features/calls/use-pages';
import { PhotoCheck } from '@/features/photos/photo-check';
import '@/features/volunteers/volunteers.scss';
import { denial } from '@/services/messages';
import { pageId } from '@/services/page-id';
import { serverNow } from '@/services/server-clock';
import { dateTimeText } from '@/services/time';

interface Written {
  text: string;
  photos: string[];
}

function Write({ shiftId }: { shiftId: string }) {
  const { value, change } = useDraftForm<Written>(`log:${shiftId}`, () => ({ text: '', photos: [] }));
  const sending = useSending();
  const command = useCommand('service.writeLog');
  const send = async () => {
    if (await command.send({ shiftId, ...value })) change({ text: '', photos: [] });
  };
  return (
    <Card>
      <TextArea
        label="看到什么情况"
        placeholder="比如：2栋后门没有锁，已经锁好"
        value={value.text}
        onChange={(text) => change({ text })}
        max={300}
        error={command.fields.text}
      />
      <PhotoPicker
        label="照片"
        optional
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={sending.reason ?? (value.text.trim() ? undefined : '请写一句看到的情况')}>
        记下来
      </Button>
    </Card>
  );
}

function Entry({ entry: { by, mine, at, text, photos } }: { entry: LogEntry }) {
  return (
    <Card>
      <PersonLine name={mine ? `${by}（我）` : by} since={dateTimeText(at, serverNow())} />
      <View className="volunteer-words">
        <Text>{text}</Text>
      </View>
      <PhotoGrid photos={photos.map((fileId) => ({ fileId }))} label="巡查照片" />
      <PhotoCheck photos={photos} />
    </Card>
  );
}

/** The patrol log of a shift: written by whoever is there. */
export default function LogPage() {
  const id = pageId(useRouter().params);
  const log = usePages('service.log', { shiftId: id }, { enabled: id !== '' });
  return (
    <Page title="巡查记录">
      <Loaded of={log}>
        {(entries) => (
          <>
            {log.first?.can.log === null ? <Write shiftId={id} /> : <Text>{denial(log.first?.can.log)}</Text>}
            <Section title="已经记的">
              {entries.length === 0 && (
                <Empty icon="camera" title="还没有记录" text="签到以后，看到什么记什么。" />
              )}
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </Section>
          </>
        )}
      </Loaded>
      {log.more && (
        <Button kind="quiet" onTap={log.more}>
          看更早的
        </Button>
      )}
    </Page>
  );
}
