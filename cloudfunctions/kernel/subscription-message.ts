import { openapi } from './cloud';
import { describe, log } from './log';

export interface SubscriptionMessage {
  openid: string;
  templateId: string;
  /** Page of the mini-program, without the leading slash. */
  page: string;
  /** Field of the template ('thing1') → text, already cut to its length. */
  fields: Record<string, string>;
}

/** Sends once and never again: what fails is only logged, for the message lies in the inbox anyway (MSG-3). */
export async function sendSubscriptionMessage(message: SubscriptionMessage): Promise<void> {
  const { openid: touser, templateId, page, fields } = message;
  const data = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }]));
  try {
    await openapi.subscribeMessage.send({ touser, templateId, page, data });
  } catch (error) {
    log('error', 'subscription message not sent', { templateId, ...describe(error), stack: undefined });
  }
}
