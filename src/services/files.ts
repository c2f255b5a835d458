import Taro from '@tarojs/taro';
import { CallError } from './call-error';
import type { ChosenPhoto } from './transport';

/** A file that somebody chose on this phone, with its name. */
export interface ChosenFile extends ChosenPhoto {
  name: string;
}

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

function saveInBrowser(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Shows an .xlsx that a call gave: in WeChat it opens, with its menu to send it on; on H5 it is saved.
 * @throws CallError FILE_NOT_OPENED
 */
export async function openTable(fileName: string, base64: string): Promise<void> {
  if (onH5) {
    saveInBrowser(fileName, base64);
    return;
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64');
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
  } catch {
    throw new CallError('FILE_NOT_OPENED');
  }
}
