import Taro from '@tarojs/taro';
import type { CallName, CallOutput, CallRequest } from '@contract/calls';
import type { Envelope } from '@contract/envelope';
import { CallError } from './call-error';
import { newClientId } from './client-id';
import { noteServerNow } from './server-clock';
import type { ChosenPhoto, Transport } from './transport';
import { httpTransport } from './transport-http';

/** A cold start of the function and a weak network together; WeChat itself gives up at 60 s. */
const TIMEOUT_MS = 20_000;
/** Sending again is safe: whatever changes something carries a clientId. */
const PAUSES_BEFORE_RETRY_MS = [700, 2_000];
/** Compressed by WeChat a photo has under 1 MB; the server reads no more of one (contract, PHOTO_TOO_LARGE). */
const PHOTO_MAX_BYTES = 8 * 1024 * 1024;
const FUNCTION_NAME = 'api';

const wechatTransport: Transport = {
  async send(action, input) {
    const answer = await Taro.cloud.callFunction({ name: FUNCTION_NAME, data: { action, input } });
    return answer.result;
  },
  async upload(cloudPath, { path }) {
    const answer = await Taro.cloud.uploadFile({ cloudPath, filePath: path });
    return answer.fileID;
  },
  address: (fileId) => fileId,
  async download(fileId) {
    const answer = await Taro.cloud.downloadFile({ fileID: fileId });
    return answer.tempFilePath;
  },
  async link(fileId) {
    const { fileList } = await Taro.cloud.getTempFileURL({ fileList: [fileId] });
    return fileList[0]?.tempFileURL ?? '';
  },
};

const transport = process.env.TARO_ENV === 'weapp' ? wechatTransport : httpTransport;

/** Once, before the first call. */
export function initCloud(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.cloud.init({ traceUser: true });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallError('NO_ANSWER')), TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function whyNoAnswer(): Promise<CallError> {
  const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: 'unknown' }));
  return new CallError(networkType === 'none' ? 'OFFLINE' : 'NO_ANSWER');
}

async function attempt<N extends CallName>(name: N, input: CallRequest<N>): Promise<CallOutput<N>> {
  const envelope = (await withTimeout(transport.send(name, input)).catch(async () => {
    throw await whyNoAnswer();
  })) as Envelope<CallOutput<N>> | null;
  if (!envelope || typeof envelope.ok !== 'boolean') throw new CallError('NO_ANSWER');
  noteServerNow(envelope.now);
  if (envelope.ok) return envelope.data;
  throw new CallError(envelope.error.code, envelope.error.requestId, envelope.error.fields);
}

const worthRetrying = (error: unknown) =>
  error instanceof CallError && (error.code === 'NO_ANSWER' || error.code === 'BUSY');

/**
 * One call of the gateway. A lost answer is asked for again with the same input.
 * @throws CallError with the contract's code, or OFFLINE / NO_ANSWER
 */
export async function call<N extends CallName>(name: N, input: CallRequest<N>): Promise<CallOutput<N>> {
  for (const ms of PAUSES_BEFORE_RETRY_MS) {
    try {
      return await attempt(name, input);
    } catch (error) {
      if (!worthRetrying(error)) throw error;
      await pause(ms);
    }
  }
  return attempt(name, input);
}

/**
 * Puts a chosen picture into storage. Resolves with its file id, which calls carry as a photo.
 * @throws CallError PHOTO_TOO_LARGE, OFFLINE or NO_ANSWER
 */
export async function uploadPhoto(photo: ChosenPhoto): Promise<string> {
  if (photo.size > PHOTO_MAX_BYTES) throw new CallError('PHOTO_TOO_LARGE');
  const extension = /\.(png|webp|gif)$/i.exec(photo.path)?.[1]?.toLowerCase() ?? 'jpg';
  try {
    return await transport.upload(`photos/${newClientId()}.${extension}`, photo);
  } catch {
    throw await whyNoAnswer();
  }
}

/** WeChat's cloud takes larger ones; the server reads no more of a register. */
const REGISTER_MAX_BYTES = 8 * 1024 * 1024;

/**
 * Puts a chosen register into storage, under a name that nobody can guess: the server reads and then removes it.
 * @throws CallError IMPORT_FILE_TOO_LARGE, OFFLINE or NO_ANSWER
 */
export async function uploadRegister(file: ChosenPhoto): Promise<string> {
  if (file.size > REGISTER_MAX_BYTES) throw new CallError('IMPORT_FILE_TOO_LARGE');
  try {
    return await transport.upload(`register-imports/${newClientId()}-${newClientId()}`, file);
  } catch {
    throw await whyNoAnswer();
  }
}

/** Where an image element finds a photo of storage. */
export function photoAddress(fileId: string): string {
  return transport.address(fileId);
}

/**
 * Fetches a file of storage. Resolves with where this phone keeps it: a path in WeChat, a blob: address on H5.
 * @throws CallError OFFLINE or NO_ANSWER
 */
export async function fetchFile(fileId: string): Promise<string> {
  try {
    return await transport.download(fileId);
  } catch {
    throw await whyNoAnswer();
  }
}

/** An address of a file of storage for some hours, that any browser opens. */
export function fileLink(fileId: string): Promise<string> {
  return transport.link(fileId);
}
