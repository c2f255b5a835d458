import { checkBundle, type CheckedBundle } from '../../scripts/verify/check-bundle';
import type { CallRequest } from '@contract/calls';
import type { BallotDocument } from '../../cloudfunctions/modules/motions/documents';
import { inserted, removed } from './documents';
import type { TestCloud } from './local-cloud';
import { freshId } from './persons';

type Asked = Omit<CallRequest<'motions.export'>, 'clientId'>;

/** What lies in storage under a file id, past the application. */
export async function storedFile(cloud: TestCloud, fileId: string): Promise<Buffer> {
  const response = await fetch(fileId.replace(/^cloud:\/\/[^/]+\//, `${cloud.cloud.url}/storage/`));
  if (!response.ok) throw new Error(`no file ${fileId}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** A bundle as this person gets it. */
export async function downloaded(cloud: TestCloud, openid: string, asked: Asked): Promise<Buffer> {
  const { fileId } = await cloud.as(openid).call('motions.export', { clientId: freshId(), ...asked });
  return storedFile(cloud, fileId);
}

/** The same, as the independent verifier reads it. */
export async function verifiedBundle(
  cloud: TestCloud,
  openid: string,
  id: string,
  version: Asked['version'],
): Promise<CheckedBundle> {
  return checkBundle(await downloaded(cloud, openid, { id, version, as: 'json' }));
}

/** What the verifier finds wrong. */
export const wrongIn = ({ findings }: CheckedBundle): string[] =>
  findings.flatMap(({ holds, words }) => (holds ? [] : [words]));

/** Makes a ballot one from before there were signatures (BAL-19). */
export async function unproven(cloud: TestCloud, { proof: _proof, ...old }: BallotDocument): Promise<void> {
  await removed(cloud, 'ballots', old._id);
  await inserted(cloud, 'ballots', old);
}
