import { cloud, openapi } from './cloud';
import { randomId } from './ids';
import { describe, log } from './log';

interface CodeImage {
  buffer?: Buffer;
}

/**
 * A mini-program code that opens `page` with `scene` (at most 32 characters, platform.md), kept in storage under a name that nobody can guess.
 * @returns the file's id; null when the platform gave none: the digits beside it still work
 */
export async function qrCodeFile(page: string, scene: string): Promise<string | null> {
  try {
    const image = (await openapi.wxacode.getUnlimited({ scene, page, checkPath: false })) as CodeImage;
    if (!image.buffer) return null;
    const file = (await cloud.uploadFile({
      cloudPath: `codes/${randomId()}.png`,
      fileContent: image.buffer,
    })) as { fileID: string };
    return file.fileID;
  } catch (error) {
    log('error', 'no mini-program code', { ...describe(error), stack: undefined });
    return null;
  }
}
