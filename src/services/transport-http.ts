import { localPerson, localToken } from './local-identity';
import type { Transport } from './transport';

async function headers(): Promise<Record<string, string>> {
  return { 'X-Local-Token': localToken(), 'X-Local-Openid': await localPerson() };
}

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`local cloud answered ${response.status}`);
  return response.json();
}

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

  async save(fileId, name) {
    const response = await fetch(httpTransport.address(fileId));
    if (!response.ok) throw new Error(`local cloud answered ${response.status}`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    return 'saved';
  },

  address: (fileId) => fileId.replace(/^cloud:\/\/[^/]+\//, './storage/'),
};
