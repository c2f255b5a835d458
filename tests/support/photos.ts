import type { TestCloud } from './local-cloud';

/** The smallest picture that is one: a PNG of one pixel. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

let made = 0;

async function upload(cloud: TestCloud, openid: string, path: string, content: Buffer): Promise<string> {
  const { url, token } = cloud.cloud;
  const answer = await fetch(`${url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'X-Local-Token': token, 'X-Local-Openid': openid, 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(content),
  });
  const { fileID } = (await answer.json()) as { fileID?: string };
  if (!fileID) throw new Error(`the photo was not taken: ${answer.status}`);
  return fileID;
}

const pathOf = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, '');

/** Uploads a photo as a phone does, and gives its file id. */
export function uploadPhoto(cloud: TestCloud, openid: string, content: Buffer = ONE_PIXEL): Promise<string> {
  made += 1;
  return upload(cloud, openid, `photos/test-${made}.png`, content);
}

/** Puts other content under the same file id: the platform lets whoever uploaded a file write over it. */
export async function exchangePhoto(
  cloud: TestCloud,
  openid: string,
  fileId: string,
  content: Buffer,
): Promise<void> {
  await upload(cloud, openid, pathOf(fileId), content);
}

/** Takes a file away, past the application. */
export async function removePhoto({ cloud: { url, token } }: TestCloud, fileId: string): Promise<void> {
  const answer = await fetch(`${url}/console/api/files/remove`, {
    method: 'POST',
    headers: { 'X-Local-Token': token, 'Content-Type': 'application/json' },
    body: JSON.stringify({ path: pathOf(fileId) }),
  });
  if (!answer.ok) throw new Error(`the photo stayed: ${answer.status}`);
}
