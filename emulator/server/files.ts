import { createHash } from 'node:crypto';
import { FILE_BYTES } from '../limits';
import { isCloudPath, type FileIds } from '../storage/file-id';
import { shownType } from '../storage/content-type';
import type { FaultBoard } from '../faults';
import { NotTheOwner, type FileStore } from '../storage/file-store';
import type { UploadTickets } from '../storage/upload-tickets';
import { header, readBody, REFUSED, Refusal, send, sendJson, type Exchange } from './exchange';

export interface FilesContext {
  files: FileStore;
  fileIds: FileIds;
  tickets: UploadTickets;
  faults: FaultBoard;
}

/** wx.cloud.uploadFile of a phone. Only who made a file may overwrite it: the platform's default permission [D]. */
export async function uploadFromPhone(
  context: FilesContext,
  exchange: Exchange,
  openid: string,
): Promise<void> {
  const cloudPath = exchange.url.searchParams.get('path') ?? '';
  if (!isCloudPath(cloudPath)) throw new Refusal(400, REFUSED.parameters, 'path is no cloud path');
  const content = await readBody(exchange.request, FILE_BYTES);
  const answer = await context.faults.around<{ status: number; body: object }>(
    { action: 'storage.upload' },
    async () => {
      await context.files.put(cloudPath, content, openid).catch(refuseStranger);
      return {
        status: 200,
        body: { fileID: context.fileIds.of(cloudPath), statusCode: 204, errMsg: 'cloud.uploadFile:ok' },
      };
    },
    (_, message) => ({
      status: 500,
      body: { errCode: REFUSED.system, errMsg: `cloud.uploadFile:fail ${message}` },
    }),
  );
  sendJson(exchange.response, answer.status, JSON.stringify(answer.body));
}

function refuseStranger(error: unknown): never {
  if (error instanceof NotTheOwner)
    throw new Refusal(403, REFUSED.permission, 'the file belongs to somebody else');
  throw error;
}

/** The PUT by which the SDK uploads to the address of storage.getUploadMetadata; failures are COS's XML [S]. */
export async function putObject(context: FilesContext, exchange: Exchange): Promise<void> {
  const cloudPath = decodePath(exchange.url.pathname, '/cos/');
  const content = await readBody(exchange.request, FILE_BYTES).catch((error: unknown) => error as Error);
  const error = await context.faults.around<string | undefined>(
    { action: 'storage.putObject' },
    async () => {
      if (!context.tickets.accepts(header(exchange.request, 'authorization'), cloudPath))
        return 'AccessDenied';
      if (!Buffer.isBuffer(content)) return 'EntityTooLarge';
      await context.files.put(cloudPath, content);
      return undefined;
    },
    () => 'InternalError',
  );
  if (error === undefined) return send(exchange.response, 200, {});
  const xml = `<Error><Code>${error}</Code><Message>${error}</Message><RequestId>0</RequestId><TraceId>0</TraceId></Error>`;
  send(exchange.response, 403, { 'content-type': 'application/xml' }, Buffer.from(xml));
}

/** A stored file, shown by its true type or only to be saved. Reading is open to everybody: the platform's default [D]. */
export async function download(context: FilesContext, { request, response, url }: Exchange): Promise<void> {
  const content = await context.faults.around<Buffer | undefined | 'fault'>(
    { action: 'storage.getObject' },
    () => context.files.read(decodePath(url.pathname, '/storage/')),
    () => 'fault',
  );
  if (content === 'fault') return send(response, 500, {});
  if (!content) throw new Refusal(404, REFUSED.parameters, 'no such file');
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`;
  const headers: Record<string, string> = { etag, 'cache-control': 'no-cache' };
  if (header(request, 'if-none-match') === etag) return send(response, 304, headers);
  const type = shownType(content);
  headers['content-type'] = type ?? 'application/octet-stream';
  if (!type) headers['content-disposition'] = 'attachment';
  if (type !== 'application/pdf') headers['content-security-policy'] = "default-src 'none'";
  send(response, 200, headers, content);
}

function decodePath(pathname: string, prefix: string): string {
  try {
    return decodeURIComponent(pathname.slice(prefix.length));
  } catch {
    throw new Refusal(400, REFUSED.parameters, 'the path is not encoded rightly');
  }
}
