import { failureOf, type Check } from '../check';

/** Facts on files. */
export const STORAGE_CHECKS: readonly Check[] = [
  {
    id: 'storage.file-id',
    statement:
      'A file id is cloud://<env>.<bucket>/<path>, and the bucket is <4 hexadecimal digits>-<env>-<number>.',
    async run({ cloud, run }) {
      const cloudPath = `yard_probe/${run}/a.txt`;
      const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: Buffer.from('probe') });
      await cloud.deleteFile({ fileList: [fileID] });
      const [, env = '', bucket = '', path] = /^cloud:\/\/([^./]+)\.([^/]+)\/(.*)$/.exec(fileID) ?? [];
      const named = new RegExp(`^[0-9a-f]{4}-${env}-\\d+$`).test(bucket);
      return {
        holds: path === cloudPath && named,
        seen: { bucketHasForm: named, pathKept: path === cloudPath },
      };
    },
  },
  {
    id: 'storage.round-trip',
    statement: 'Bytes come back as they were uploaded.',
    async run({ cloud, run }) {
      const fileContent = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
      const { fileID } = await cloud.uploadFile({ cloudPath: `yard_probe/${run}/b.bin`, fileContent });
      const back = await cloud.downloadFile({ fileID });
      await cloud.deleteFile({ fileList: [fileID] });
      const same = fileContent.equals(back.fileContent);
      return { holds: same, seen: back.fileContent.length };
    },
  },
  {
    id: 'storage.missing-file',
    statement: 'Deleting a file that is not there answers -503003.',
    async run({ cloud, run }) {
      const { fileID } = await cloud.uploadFile({
        cloudPath: `yard_probe/${run}/c.txt`,
        fileContent: Buffer.from('probe'),
      });
      await cloud.deleteFile({ fileList: [fileID] });
      const again = await cloud.deleteFile({ fileList: [fileID] });
      const seen = again.fileList[0]?.status;
      return { holds: seen === -503003, seen };
    },
  },
  ...['?', '#', '%'].map(
    (sign, i): Check => ({
      id: `storage.path-sign-${['question', 'hash', 'percent'][i]}`,
      statement: `A cloud path with ${sign} is refused.`,
      async run({ cloud, run }) {
        const uploaded: string[] = [];
        const upload = cloud.uploadFile({
          cloudPath: `yard_probe/${run}/a${sign}b.txt`,
          fileContent: Buffer.from('probe'),
        });
        const seen = await failureOf(upload.then(({ fileID }) => uploaded.push(fileID)));
        if (uploaded.length > 0) await cloud.deleteFile({ fileList: uploaded });
        return { holds: seen.failed, seen };
      },
    }),
  ),
];
