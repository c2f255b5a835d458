import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageId } from '@/services/page-id';

const downloadFile = vi.fn();
const openDocument = vi.fn();

vi.mock('@tarojs/taro', () => ({
  default: {
    cloud: { downloadFile, init: vi.fn() },
    openDocument,
    getNetworkType: () => Promise.resolve({ networkType: 'wifi' }),
  },
}));

const FILE = { fileId: 'cloud://env.bucket/documents/a.docx', fileName: '决议书 修屋顶.docx' };

/** The module reads the target once, when it is loaded. */
async function openFile() {
  vi.stubEnv('TARO_ENV', 'weapp');
  vi.resetModules();
  return (await import('@/services/files')).openFile(FILE);
}

beforeEach(() => {
  vi.stubGlobal('LOCAL_BUILD', false);
  downloadFile.mockReset().mockResolvedValue({ tempFilePath: 'wxfile://tmp/a' });
  openDocument.mockReset().mockResolvedValue({});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('a delivered Word file in WeChat', () => {
  it('[DOC-11] is fetched from storage and opened with the menu that passes it on', async () => {
    await openFile();
    expect(downloadFile).toHaveBeenCalledWith({ fileID: FILE.fileId });
    expect(openDocument).toHaveBeenCalledWith({
      filePath: 'wxfile://tmp/a',
      fileType: 'docx',
      showMenu: true,
    });
  });

  it('says whether it could not be fetched or not be opened', async () => {
    downloadFile.mockRejectedValueOnce({ errMsg: 'downloadFile:fail' });
    await expect(openFile()).rejects.toMatchObject({ code: 'NO_ANSWER' });
    openDocument.mockRejectedValueOnce({ errMsg: 'openDocument:fail filetype not supported' });
    await expect(openFile()).rejects.toMatchObject({ code: 'FILE_NOT_OPENED' });
  });
});

describe('a page that a code on a paper leads to', () => {
  it('[DOC-10] reads its id from the code, and from a link as before', () => {
    expect(pageId({ scene: 'a%3Ab' })).toBe('a:b');
    expect(pageId({ id: 'x', scene: 'y' })).toBe('x');
    expect(pageId({})).toBe('');
  });
});
