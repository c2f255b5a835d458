import { openapi } from './cloud';
import { randomId } from './ids';
import { describe, log } from './log';
import { putFile } from './storage';

interface CodeImage {
  buffer?: Buffer;
}

/**
 * The picture (PNG or JPEG) of a mini-program code that opens `page` with `scene` (at most 32 characters, platform.md).
 * @param width px, 280 to 1280; left out: the platform's 430
 * @returns null when the platform gave none
 */
export async function qrCodeImage(page: string, scene: string, width?: number): Promise<Buffer | null> {
  try {
    const size = width === undefined ? {} : { width };
    const image = (await openapi.wxacode.getUnlimited({
      ...{ scene, page, checkPath: false },
      ...size,
    })) as CodeImage;
    return image.buffer ?? null;
  } catch (error) {
    log('error', 'no mini-program code', { ...describe(error), stack: undefined });
    return null;
  }
}

/**
 * A mini-program code, kept in storage under a name that nobody can guess.
 * @returns the file's id; null when the platform gave none: the digits beside it still work
 */
export async function qrCodeFile(page: string, scene: string): Promise<string | null> {
  const image = await qrCodeImage(page, scene);
  if (!image) return null;
  try {
    return await putFile(`codes/${randomId()}.png`, image);
  } catch (error) {
    log('error', 'no mini-program code', { ...describe(error), stack: undefined });
    return null;
  }
}
