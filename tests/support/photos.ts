import type { TestCloud } from './local-cloud';

/** The smallest picture that is one: a PNG of one pixel. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let made = 0;

/** Uploads a photo as a phone does, and gives its file id. */
export async function uploadPhoto(
  cloud: TestCloud,
  openid: string,
  content: Buffer = ONE_PIXEL,
): Promise<string> {
  made += 1;
  const { url, token } = cloud.cloud;
  const answer = await fetch(`${url}/upload?path=${encodeURIComponent(`photos/test-${made}.png`)}`, {
    method: 'POST',
    headers: { 'X-Local-Token': token, 'X-Local-Openid': openid, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  const { fileID } = (await answer.json()) as { fileID?: string };
  if (!fileID) throw new Error(`the photo was not taken: ${answer.status}`);
  return fileID;
}
