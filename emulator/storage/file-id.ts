import { CLOUD_PATH_BYTES } from '../limits';
import { BUCKET, ENV_ID } from '../platform';

const PREFIX = `cloud://${ENV_ID}.${BUCKET}/`;

/** File id of a cloud path, as wx.cloud.uploadFile answers it: `cloud://<env>.<bucket>/<path>`. */
export function fileIdOf(cloudPath: string): string {
  return PREFIX + cloudPath;
}

/** Cloud path of a file id of this environment, else undefined. */
export function cloudPathOf(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(PREFIX)) return undefined;
  const cloudPath = fileId.slice(PREFIX.length);
  return isCloudPath(cloudPath) ? cloudPath : undefined;
}

/** Whether the platform takes a cloud path [D]: relative, no empty part, at most 850 bytes, no sign that means something in a URL. */
export function isCloudPath(cloudPath: string): boolean {
  const parts = cloudPath.split('/');
  return (
    Buffer.byteLength(cloudPath) <= CLOUD_PATH_BYTES &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..') &&
    !/[\u0000-\u001f\u007f\\?#%]/.test(cloudPath)
  );
}
