import type { Block } from '@contract/documents';
import type { MinutesCorrection, MinutesRecord, MinutesVersion, SignerRole } from '@contract/minutes';
import { timeWords } from './dates';

const SIGNER_WORDS: Record<SignerRole, string> = {
  chair: '主持人',
  recorder: '记录人',
  attendee: '到会的人',
};

const OPEN_WORDS = '还没有答复';

function answerWords({ answer, state }: MinutesCorrection): string {
  if (!answer || state === 'open') return OPEN_WORDS;
  return answer.version === null
    ? `不采纳：${answer.reason}（${answer.by}）`
    : `采纳，写进第${answer.version}版（${answer.by}）`;
}

function correctionBlocks({ corrections, agenda }: MinutesRecord): Block[] {
  if (corrections.length === 0) return [];
  const itemOf = (itemId: string | null) => agenda.find(({ id }) => id === itemId)?.title ?? '整篇';
  return [
    { kind: 'heading', text: '到会的人要求的更正' },
    {
      kind: 'table',
      columns: [
        { title: '谁提的、哪一项', width: 24, align: 'left' },
        { title: '哪里不对', width: 26, align: 'left' },
        { title: '应当怎么写', width: 26, align: 'left' },
        { title: '答复', width: 24, align: 'left' },
      ],
      rows: corrections.map((asked) => [
        `${asked.by}\n${itemOf(asked.itemId)}`,
        // What the content check holds back is on no paper, whoever prints it (SEC-8).
        ...(asked.held ? ['（内容待核对）', ''] : [asked.wrong, asked.should]),
        answerWords(asked),
      ]),
      tall: false,
    },
  ];
}

const signatureRows = ({ number, signatures }: MinutesVersion, newest: number): string[][] =>
  signatures.map(({ role, name, at }) => [
    number === newest ? `第${number}版` : `第${number}版（已有新版，不算对新版的确认）`,
    SIGNER_WORDS[role],
    name,
    timeWords(at),
  ]);

function signatureBlocks({ versions }: MinutesRecord): Block[] {
  const newest = versions[0]?.number ?? 0;
  const rows = versions.flatMap((version) => signatureRows(version, newest));
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: '在手机上的确认' },
    {
      kind: 'table',
      columns: [
        { title: '确认的版本', width: 28, align: 'left' },
        { title: '身份', width: 16, align: 'left' },
        { title: '姓名', width: 20, align: 'left' },
        // A day with its time stays on one line.
        { title: '时间', width: 36, align: 'left' },
      ],
      rows,
      tall: false,
    },
  ];
}

function standing({ final, correctionsUntil }: MinutesRecord): string {
  if (final) return `定稿，${timeWords(final.at)}`;
  return correctionsUntil === null ? '' : `征求更正，到${timeWords(correctionsUntil)}`;
}

/** Which version this is, by what it can be known again, and where it stands (DOC-13). */
export function versionLines(record: MinutesRecord): { label: string; value: string }[] {
  const [newest] = record.versions;
  if (!newest) return [];
  return [
    { label: '版本', value: `第${newest.number}版（${standing(record)}）` },
    ...(newest.change ? [{ label: '改动', value: newest.change }] : []),
    { label: '校验码', value: newest.hash },
  ];
}

/** What was asked to be corrected, and who confirmed which version. */
export function recordBlocks(record: MinutesRecord): Block[] {
  return [...correctionBlocks(record), ...signatureBlocks(record)];
}
