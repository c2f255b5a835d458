import { qrCodeImage } from '../../../kernel/qr-code';
import type { Picture } from '../rules/facts';

/** px; the platform's smallest: it goes out in the answer itself. */
const PAGE_CODE_WIDTH = 280;

function dataAddress(image: Buffer): string {
  const type = image[0] === 0xff ? 'image/jpeg' : 'image/png';
  return `data:${type};base64,${image.toString('base64')}`;
}

/** The mini-program code of a page ('packages/…') for one thing: its id has just the 32 characters that a scene may have. */
export async function pageCode(page: string, id: string): Promise<Picture> {
  const image = await qrCodeImage(page, id, PAGE_CODE_WIDTH);
  return image && dataAddress(image);
}

/** A text as an ordinary QR code: whatever reads one shows the text. */
export async function textCode(text: string): Promise<string> {
  // Loaded when it is first needed: every cold start of the function would wait for it.
  const { toBuffer } = await import('qrcode');
  return dataAddress(await toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 4 }));
}
