import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { UPLOAD_ADDRESS_MS } from '../limits';

/** Signs the address that storage.getUploadMetadata hands out, so that only who asked for it may PUT there. */
export interface UploadTickets {
  issue(cloudPath: string): string;
  /** Whether `ticket` was issued for this path and is still good. */
  accepts(ticket: string, cloudPath: string): boolean;
}

/** Tickets expire by real time: nothing that a test does to the clock should break an upload under way. */
export function createUploadTickets(): UploadTickets {
  const secret = randomBytes(32);
  const sign = (expiresAt: string, cloudPath: string) =>
    createHmac('sha256', secret).update(`${expiresAt}\n${cloudPath}`).digest();
  return {
    issue(cloudPath) {
      const expiresAt = String(Date.now() + UPLOAD_ADDRESS_MS);
      return `${expiresAt}.${sign(expiresAt, cloudPath).toString('hex')}`;
    },
    accepts(ticket, cloudPath) {
      const [expiresAt = '', signature = ''] = ticket.split('.');
      const given = Buffer.from(signature, 'hex');
      const wanted = sign(expiresAt, cloudPath);
      const genuine = given.length === wanted.length && timingSafeEqual(given, wanted);
      return genuine && Number(expiresAt) >= Date.now();
    },
  };
}
