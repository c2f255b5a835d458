import QRCode from 'qrcode';
import { OPENAPI_CODES } from './codes';
import type { OpenApiAnswer } from './messages';

/** Signs that a scene may hold, at most 32 of them [D]. */
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const WIDTHS = { least: 280, most: 1280, usual: 430 };

/**
 * wxacode.getUnlimited: a picture that leads to a page with a scene. Approximate: a QR code of the text
 * `wxacode:<page>?scene=<scene>` as PNG instead of the round code, and whether the page was published is not known here.
 */
export async function getUnlimited(fields: Record<string, unknown>): Promise<OpenApiAnswer> {
  const { scene, page = '', width = WIDTHS.usual } = fields;
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return refuse(OPENAPI_CODES.invalidScene, 'invalid scene');
  if (typeof page !== 'string' || /^\/|\?/.test(page))
    return refuse(OPENAPI_CODES.invalidPage, 'invalid page');
  if (typeof width !== 'number' || width < WIDTHS.least || width > WIDTHS.most) {
    return refuse(OPENAPI_CODES.invalidArguments, 'invalid args: width');
  }
  const text = `wxacode:${page}?scene=${encodeURIComponent(scene)}`;
  const bytes = await QRCode.toBuffer(text, { type: 'png', width: Math.round(width), margin: 2 });
  return { contentType: 'image/png', bytes };
}

function refuse(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } };
}
