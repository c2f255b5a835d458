import { localPerson, localToken } from './local-identity';
import type { Transport } from './transport';

async function headers(): Promise<Record<string, string>> {
  return { 'X-Local-Token': localToken(), 'X-Local-Openid': await localPerson() };
}

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`local cloud answered ${response.status}`);
  return response.json();
}

const address = (fileId: string) => fileId.replace(/^cloud:\/\/[^/]+\//, './storage/');

/** The local cloud's way in (docs/emulator.md); the body is what `callFunction` sends as `data`. */
export const httpTransport: Transport = {
  async send(action, input) {
    const response = await fetch('./call/api', {
      method: 'POST',
      headers: { ...(await headers()), 'Content-Type': 'application/json' },
      body: JSON.stringify({ action, input }),
    });
    const { result } = (await answer(response)) as { result?: unknown };
    if (result === undefined) throw new Error('the function gave no result');
    return result;
  },

  async upload(cloudPath, { file }) {
    if (!file) throw new Error('the chosen photo has no file');
    const response = await fetch(`./upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { ...(await headers()), 'Content-Type': file.type || 'application/octet-stream' },
      body: file,
    });
    const { fileID } = (await answer(response)) as { fileID?: string };
    if (!fileID) throw new Error('the upload gave no file id');
    return fileID;
  },

  address,

  async download(fileId) {
    const response = await fetch(address(fileId));
    if (!response.ok) throw new Error(`no file: ${response.status}`);
    return URL.createObjectURL(await response.blob());
  },

  link: (fileId) => Promise.resolve(new URL(address(fileId), window.location.href).href),
};
