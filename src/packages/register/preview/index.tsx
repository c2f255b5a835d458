import type { ImportView } from '@contract/register-import';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorBox } from '@/components/error-box/error-box';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Confirm } from '@/components/sheet/confirm';
import { Stat } from '@/components/stat/stat';
import { Tag, Tags } from '@/components/tag/tag';
import { useCall } from '@/features/calls/use-call';
import { useCommand } from '@/features/calls/use-command';
import { ImportChanges } from '@/features/register/import-changes';
import { ImportNotes, ImportProblems } from '@/features/register/import-problems';
import { Namesakes } from '@/features/register/namesakes';
import { countsText, STATES, versionBy, versionCode } from '@/features/register/register-words';
import { useChooseRegister } from '@/features/register/use-choose-register';
import { useImport } from '@/features/register/use-import';
import { areaText, countText, percentText } from '@/services/figures';
import { denial } from '@/services/messages';
import { replaceWith } from '@/services/navigate';

/** What will happen, in one sentence. */
function whatHappens({ difference: { added, changed, gone }, newPlaces }: ImportView): string {
  const made = newPlaces.length > 0 ? `，建 ${countText(newPlaces.length)} 个楼栋单元` : '';
  return `新增 ${countText(added)} 套、改 ${countText(changed)} 套、${countText(gone)} 套不再算${made}。正在进行的表决不变。`;
}

function Head({ shown }: { shown: ImportView }) {
  const { counts, state } = shown;
  return (
    <Card>
      <Stat
        value={countText(counts.homes)}
        unit="套"
        label={shown.fileName}
        note={shown.sheet === null ? areaText(counts.area) : `“${shown.sheet}”表 · ${areaText(counts.area)}`}
      />
      <Tags>
        <Tag tone={STATES[state].tone}>{STATES[state].text}</Tag>
      </Tags>
      <View>
        <Text>{versionBy(shown)}</Text>
      </View>
      <View>
        <Text>{versionCode(shown)}</Text>
      </View>
      {counts.homes > 0 && <Text>{countsText(counts)}</Text>}
    </Card>
  );
}

function Applying({ shown }: { shown: ImportView }) {
  if (!shown.progress) return null;
  const { done, total } = shown.progress;
  return (
    <Notice tone="clay" icon="clock" title={`正在启用，做好了 ${percentText(done, total)}`}>
      <Text>请等一会儿。关掉也不要紧，系统会接着做完；做完以前不能发表决通知。</Text>
    </Notice>
  );
}

/** Only the file, sent again, leads on from here. */
const needsFile = ({ can }: ImportView) =>
  can.commit === 'IMPORT_HAS_PROBLEMS' || can.commit === 'IMPORT_OUTDATED';

function Again({ shown }: { shown: ImportView }) {
  const { choose, error } = useChooseRegister(shown.placeId, replaceWith);
  return (
    <>
      {error && <ErrorBox error={error} />}
      <Button icon="plus" onTap={choose} note={denial(shown.can.commit)} busyText="正在读文件">
        重新选文件
      </Button>
    </>
  );
}

function Use({ shown }: { shown: ImportView }) {
  const { error, commit, goOn } = useImport(shown);
  if (shown.state === 'applying') {
    return (
      <>
        {error && <ErrorBox error={error} />}
        <Button onTap={goOn}>接着做完</Button>
      </>
    );
  }
  return (
    <>
      {error && <ErrorBox error={error} />}
      <Button onTap={commit} reason={denial(shown.can.commit)} note={whatHappens(shown)} busyText="正在启用">
        用这份名册
      </Button>
    </>
  );
}

function Repeat({ shown }: { shown: ImportView }) {
  const repeat = useCommand('members.repeatImport');
  const again = async () => {
    const made = await repeat.send({ importId: shown.id });
    if (made) replaceWith('/packages/register/preview/index', { id: made.id });
  };
  return (
    <>
      {repeat.error && <ErrorBox error={repeat.error} />}
      <Button kind="plain" onTap={again} reason={denial(shown.can.repeat)}>
        用回这一份（先预览）
      </Button>
    </>
  );
}

function Drop({ shown }: { shown: ImportView }) {
  const drop = useCommand('members.dropImport');
  const [asked, setAsked] = useState(false);
  const yes = async () => {
    if (await drop.send({ importId: shown.id })) setAsked(false);
  };
  return (
    <>
      <Button kind="quiet" onTap={() => setAsked(true)}>
        不用了，取消这次导入
      </Button>
      <Confirm
        open={asked}
        danger
        title="取消这次导入吗？"
        text="预览里的内容会删掉，名册不变。"
        confirm="取消导入"
        onConfirm={yes}
        error={drop.error}
        onClose={() => setAsked(false)}
      />
    </>
  );
}

function Preview({ shown }: { shown: ImportView }) {
  return (
    <>
      <Head shown={shown} />
      <Applying shown={shown} />
      <ImportProblems shown={shown} />
      <ImportNotes notes={shown.notes} />
      {shown.problemCount === 0 && shown.state !== 'dropped' && (
        <>
          <Namesakes shown={shown} />
          {shown.newPlaces.length > 0 && (
            <Notice icon="building" title={`要建 ${countText(shown.newPlaces.length)} 个楼栋、单元`}>
              <Text>{shown.newPlaces.slice(0, 30).join('、')}</Text>
            </Notice>
          )}
          <ImportChanges shown={shown} />
        </>
      )}
      {shown.can.repeat === null && <Repeat shown={shown} />}
      {shown.can.drop === null && <Drop shown={shown} />}
    </>
  );
}

/** An import: what is wrong in it, whom somebody has to confirm, what changes, and then its use. */
export default function PreviewPage() {
  const { id = '' } = useRouter().params;
  const read = useCall('members.import', { importId: id });
  const shown = read.data;
  const usable = shown && (shown.state === 'preview' || shown.state === 'applying');
  return (
    <Page
      title="核对名册"
      bottom={usable && (needsFile(shown) ? <Again shown={shown} /> : <Use shown={shown} />)}
    >
      <Loaded of={read}>{(data) => <Preview shown={data} />}</Loaded>
    </Page>
  );
}
