import type { Article, CharterKind } from '@contract/charters';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { ErrorBox } from '@/components/error-box/error-box';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { PhotoPicker, useSending } from '@/components/photo-picker/photo-picker';
import { PickField } from '@/components/pick-field/pick-field';
import { TextInput } from '@/components/text-input/text-input';
import { useCommand } from '@/features/calls/use-command';
import { useDraftForm } from '@/features/calls/use-draft';
import { ArticleEditor, missingArticles } from '@/features/charters/article-editor';
import { KINDS } from '@/features/charters/charter-words';
import { PlaceField } from '@/features/places/place-field';
import { replaceWith } from '@/services/navigate';
import { serverNow } from '@/services/server-clock';
import { dayOf } from '@/services/time';

interface Words {
  placeId: string;
  kind: CharterKind | null;
  title: string;
  articles: Article[];
  decidedOn: string | null;
  decidedBy: string;
  photos: string[];
}

function missingIn({ kind, title, articles, decidedOn, decidedBy, photos }: Words): string | undefined {
  if (!kind || !title.trim()) return '请选是哪一种，写上名称';
  const missing = missingArticles(articles);
  if (missing) return missing;
  if (!decidedOn || !decidedBy.trim()) return '请填哪天、由谁通过的';
  return photos.length > 0 ? undefined : '请拍下通过时的凭证';
}

/** Rules that were decided before they came here; later versions come from votes alone. */
export default function RecordCharterPage() {
  const { placeId = '' } = useRouter().params;
  const blank = { placeId, kind: null, title: '', articles: [], decidedOn: null, decidedBy: '', photos: [] };
  const { value, change, drop } = useDraftForm<Words>(`record-charter:${placeId}`, () => blank);
  const sending = useSending();
  const command = useCommand('charters.record');
  const { fields } = command;
  const send = async () => {
    const { kind, decidedOn, ...words } = value;
    if (!kind || !decidedOn) return;
    const made = await command.send({ ...words, kind, decidedOn });
    if (!made) return;
    drop();
    replaceWith('/packages/charters/detail/index', { id: made.id });
  };
  return (
    <Page title="登记规约">
      <Notice tone="sky" title="只登记已经通过的、现行的">
        <Text>以后要改，由表决决定，通过并公布以后成为新的一版。</Text>
      </Notice>
      <PickField
        label="是哪一种"
        choices={KINDS}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        error={fields.kind}
      />
      <PlaceField
        label="哪里的"
        start={placeId}
        value={value.placeId}
        onChange={(chosen) => change({ placeId: chosen })}
      />
      <TextInput
        label="名称"
        value={value.title}
        onChange={(title) => change({ title })}
        max={40}
        error={fields.title}
      />
      <ArticleEditor
        articles={value.articles}
        onChange={(articles) => change({ articles })}
        fields={fields}
      />
      <DateField
        label="哪天通过的"
        value={value.decidedOn}
        to={dayOf(serverNow())}
        onChange={(decidedOn) => change({ decidedOn })}
        error={fields.decidedOn}
      />
      <TextInput
        label="由谁通过"
        hint="比如：2020年居民会议"
        value={value.decidedBy}
        onChange={(decidedBy) => change({ decidedBy })}
        max={60}
        error={fields.decidedBy}
      />
      <PhotoPicker
        label="凭证照片"
        value={value.photos}
        onChange={(photos) => change({ photos })}
        onSending={sending.onSending}
      />
      {command.error && <ErrorBox error={command.error} />}
      <Button onTap={send} reason={missingIn(value) ?? sending.reason}>
        登记
      </Button>
    </Page>
  );
}
