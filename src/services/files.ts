import Taro from '@tarojs/taro';
import { CallError } from './call-error';
import { fetchFile, fileLink } from './cloud';
import type { ChosenPhoto } from './transport';

/** A file that somebody chose on this phone, with its name. */
export interface ChosenFile extends ChosenPhoto {
  name: string;
}

/** A file that the cloud has made for this person, with the name that it gets. */
export interface DeliveredFile {
  fileId: string;
  fileName: string;
}

/** What became of a file: on the computer, in a chat, or its link copied. */
export type Saved = 'saved' | 'sent' | 'copied';

const TABLES = ['xlsx', 'xls', 'csv'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const onH5 = process.env.TARO_ENV === 'h5';

/** The browser's own chooser; it tells nobody when it is closed without a choice. */
function chooseInBrowser(): Promise<ChosenFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = TABLES.map((extension) => `.${extension}`).join(',');
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? { path: file.name, name: file.name, size: file.size, file } : null);
    });
    input.click();
  });
}

/** One table out of a conversation in WeChat, or of this computer; null where the chooser was closed. */
export async function chooseTable(): Promise<ChosenFile | null> {
  if (onH5) return chooseInBrowser();
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: TABLES }).catch(
    () => null,
  );
  const file = chosen?.tempFiles[0];
  return file ? { path: file.path, name: file.name, size: file.size } : null;
}

/** A plain download of a blob: address, under the file's own name. */
function saveInBrowser(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the address only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** WeChat opens office files itself; its menu passes them on to a chat or another app. */
async function openInWeChat(filePath: string, fileType: 'xlsx' | 'docx'): Promise<void> {
  try {
    await Taro.openDocument({ filePath, fileType, showMenu: true });
  } catch {
    throw new CallError('FILE_NOT_OPENED');
  }
}

function writeInWeChat(fileName: string, base64: string): string {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
  } catch {
    throw new CallError('FILE_NOT_OPENED');
  }
  return filePath;
}

/**
 * Shows an .xlsx that a call gave: in WeChat it opens, with its menu to send it on; on H5 it is saved.
 * @throws CallError FILE_NOT_OPENED
 */
export async function openTable(fileName: string, base64: string): Promise<void> {
  if (!onH5) return openInWeChat(writeInWeChat(fileName, base64), 'xlsx');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  saveInBrowser(URL.createObjectURL(new Blob([bytes], { type: XLSX })), fileName);
}

/**
 * Opens a delivered Word file: in WeChat as a document with its menu, on H5 as a download.
 * @throws CallError OFFLINE or NO_ANSWER where it could not be fetched, FILE_NOT_OPENED where the phone cannot show it
 */
export async function openFile({ fileId, fileName }: DeliveredFile): Promise<void> {
  const address = await fetchFile(fileId);
  if (onH5) saveInBrowser(address, fileName);
  else await openInWeChat(address, 'docx');
}

/**
 * Gives a delivered file of any kind to the person: a download on the computer; in WeChat it goes to a chat, or its link is copied.
 * @throws CallError OFFLINE or NO_ANSWER
 */
export async function saveFile({ fileId, fileName }: DeliveredFile): Promise<Saved> {
  const address = await fetchFile(fileId);
  if (onH5) {
    saveInBrowser(address, fileName);
    return 'saved';
  }
  try {
    await Taro.shareFileMessage({ filePath: address, fileName });
    return 'sent';
  } catch {
    // An older WeChat, or one that wants another tap first: a link goes anywhere.
    await Taro.setClipboardData({ data: await fileLink(fileId) });
    return 'copied';
  }
}

/**
 * Gives a text that a call answered to the person: a download on the computer; in WeChat it goes to a chat as a file, or is copied.
 * Its link cannot be passed on: there is none.
 */
export async function saveText(fileName: string, text: string): Promise<Saved> {
  if (onH5) {
    const type = 'application/json;charset=utf-8';
    saveInBrowser(URL.createObjectURL(new Blob([text], { type })), fileName);
    return 'saved';
  }
  try {
    const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName });
    return 'sent';
  } catch {
    await Taro.setClipboardData({ data: text });
    return 'copied';
  }
}
