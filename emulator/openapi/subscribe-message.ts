import { OPENAPI_CODES } from './codes';
import { wrongField } from './message-fields';
import type { OpenApiAnswer } from './messages';
import type { OutboxFile } from './outbox';

/** subscribeMessage.send: one message for one agreement, into the outbox. Templates are not registered here: any id is known. */
export function sendSubscribeMessage(
  outbox: OutboxFile,
  fields: Record<string, unknown>,
  sentAt: number,
): OpenApiAnswer {
  const { touser, template_id: templateId, page } = fields;
  if (typeof touser !== 'string' || touser === '')
    return refuse(OPENAPI_CODES.invalidOpenid, 'invalid openid');
  if (typeof templateId !== 'string' || templateId === '') {
    return refuse(OPENAPI_CODES.invalidTemplate, 'invalid template_id');
  }
  if (page !== undefined && typeof page !== 'string')
    return refuse(OPENAPI_CODES.invalidPage, 'invalid page');
  const data = textsOf(fields.data);
  if (!data) return refuse(OPENAPI_CODES.invalidField, 'argument invalid! data');
  const wrong = wrongField(data);
  if (wrong) return refuse(OPENAPI_CODES.invalidField, `argument invalid! data.${wrong}.value invalid`);
  const sent = outbox.send({ openid: touser, templateId, page, data, sentAt });
  if (!sent) return refuse(OPENAPI_CODES.notSubscribed, 'user refuse to accept the msg');
  return { json: { errcode: 0, errmsg: 'ok' } };
}

/** `{thing1: {value: 'text'}}` as field to text; undefined when it is not of that shape. */
function textsOf(data: unknown): Record<string, string> | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const texts: Record<string, string> = {};
  for (const [name, field] of Object.entries(data as Record<string, unknown>)) {
    const value = (field as { value?: unknown } | null)?.value;
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    texts[name] = String(value);
  }
  return Object.keys(texts).length > 0 ? texts : undefined;
}

function refuse(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } };
}
