import { FILES_PER_REQUEST } from '../limits';
import type { WireAnswer, WireCode, WireRequest } from '../wire';
import { isCloudPath, type FileIds } from './file-id';
import type { FileStore } from './file-store';
import type { UploadTickets } from './upload-tickets';

export interface StorageContext {
  files: FileStore;
  fileIds: FileIds;
  tickets: UploadTickets;
  /** `http://127.0.0.1:<port>` */
  origin: () => string;
}

type Handler = (context: StorageContext, request: WireRequest, requestId: string) => Promise<WireAnswer>;

/** The SDK's storage actions; others are refused by whoever looks them up. */
export const STORAGE_ACTIONS: ReadonlyMap<string, Handler> = new Map([
  ['storage.getUploadMetadata', getUploadMetadata],
  ['storage.batchGetDownloadUrl', batchGetDownloadUrl],
  ['storage.batchDeleteFile', batchDeleteFile],
]);

async function getUploadMetadata(
  context: StorageContext,
  request: WireRequest,
  requestId: string,
): Promise<WireAnswer> {
  const { path } = request;
  if (typeof path !== 'string' || !isCloudPath(path)) {
    return refuse('STORAGE_REQUEST_FAIL', 'invalid cloudPath', requestId);
  }
  const ticket = context.tickets.issue(path);
  const url = `${context.origin()}/cos/${encodeURIComponent(path)}`;
  // cosFileId travels in a header and must be ASCII [R].
  const data = {
    url,
    token: 'local',
    authorization: ticket,
    fileId: context.fileIds.of(path),
    cosFileId: encodeURIComponent(path),
  };
  return { requestId, data };
}

async function batchGetDownloadUrl(
  context: StorageContext,
  request: WireRequest,
  requestId: string,
): Promise<WireAnswer> {
  const asked = listOf(request.file_list);
  if (!asked) return refuse('INVALID_PARAM', `file_list takes 1 to ${FILES_PER_REQUEST} files`, requestId);
  const download_list = await Promise.all(
    asked.map(async (entry) => {
      const { fileid: fileID, max_age: maxAge = 86_400 } = entry as { fileid?: unknown; max_age?: number };
      const cloudPath = context.fileIds.pathOf(fileID);
      if (!cloudPath || !(await context.files.find(cloudPath)))
        return { code: 'STORAGE_FILE_NONEXIST', fileID };
      // Unencoded: the SDK encodes it before it downloads [R].
      return { code: 'SUCCESS', fileID, tempFileURL: `${context.origin()}/storage/${cloudPath}`, maxAge };
    }),
  );
  return { requestId, data: { download_list } };
}

async function batchDeleteFile(
  context: StorageContext,
  request: WireRequest,
  requestId: string,
): Promise<WireAnswer> {
  const asked = listOf(request.fileid_list);
  if (!asked) return refuse('INVALID_PARAM', `fileid_list takes 1 to ${FILES_PER_REQUEST} files`, requestId);
  const delete_list = await Promise.all(
    asked.map(async (fileID) => {
      const cloudPath = context.fileIds.pathOf(fileID);
      const removed = cloudPath !== undefined && (await context.files.remove(cloudPath));
      return { code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID };
    }),
  );
  return { requestId, data: { delete_list } };
}

function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.length <= FILES_PER_REQUEST ? value : undefined;
}

function refuse(code: WireCode, message: string, requestId: string): WireAnswer {
  return { code, message, requestId };
}
