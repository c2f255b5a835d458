import type { MessageIntent } from '@contract/messages';

/** A subscription template of the mini-program and the fields that take title and body, both of type `thing`. */
export interface Template {
  id: string;
  title: string;
  body: string;
}

/**
 * The templates by kind of message, from YARD_TEMPLATES: `{"meeting": {"id": "…", "title": "thing1", "body": "thing2"}}`. Their
 * ids exist only with a real AppID (docs/deploy.md); unset, everything stays in the inbox.
 */
export function templates(): Partial<Record<MessageIntent['kind'], Template>> {
  return JSON.parse(process.env.YARD_TEMPLATES || '{}') as Partial<Record<MessageIntent['kind'], Template>>;
}
