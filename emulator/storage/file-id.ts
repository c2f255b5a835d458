import { CLOUD_PATH_BYTES } from '../limits';
import type { Platform } from '../platform';

/** File ids of one environment: `cloud://<env>.<bucket>/<path>`. */
export interface FileIds {
  /** File id of a cloud path, as wx.cloud.uploadFile answers it. */
  of(cloudPath: string): string;
  /** Cloud path of a file id of this environment, else undefined. */
  pathOf(fileId: unknown): string | undefined;
}

export function fileIdsOf({ envId, bucket }: Platform): FileIds {
  const prefix = `cloud://${envId}.${bucket}/`;
  return {
    of: (cloudPath) => prefix + cloudPath,
    pathOf(fileId) {
      if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined;
      const cloudPath = fileId.slice(prefix.length);
      return isCloudPath(cloudPath) ? cloudPath : undefined;
    },
  };
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
