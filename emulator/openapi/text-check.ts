import { CHECKED_TEXT_CHARACTERS, RECENT_VISIT_MS } from '../limits';
import { OPENAPI_CODES } from './codes';
import type { OpenApiAnswer } from './messages';

/** Words that decide what msgSecCheck says of a text: `risky` over `review` over `pass`. */
export interface ContentCheck {
  risky: readonly string[];
  review: readonly string[];
}

/** Words for trying it out; real words have no place in a repository. */
export const DEFAULT_CONTENT_CHECK: ContentCheck = { risky: ['测试违规'], review: ['测试待审'] };

/** Labels of the platform [D]: 100 nothing found, 20006 unlawful, 21000 other. */
const LABELS = { pass: 100, review: 21000, risky: 20006 } as const;

export interface TextCheckContext {
  words: ContentCheck;
  now: number;
  /** Last call of a person, epoch ms. */
  lastCallAt(openid: string): number | undefined;
}

/** security.msgSecCheck, version 2. Approximate: a word list stands for the platform's model. */
export function checkText(context: TextCheckContext, fields: Record<string, unknown>): OpenApiAnswer {
  const { openid, content, scene, version } = fields;
  if (typeof openid !== 'string' || openid === '')
    return refuse(OPENAPI_CODES.invalidOpenid, 'invalid openid');
  if (Number(version) !== 2) return refuse(OPENAPI_CODES.invalidArguments, 'invalid args: version 2 only');
  if (![1, 2, 3, 4].includes(Number(scene)))
    return refuse(OPENAPI_CODES.invalidArguments, 'invalid args: scene');
  if (typeof content !== 'string' || content === '' || content.length > CHECKED_TEXT_CHARACTERS) {
    return refuse(OPENAPI_CODES.invalidArguments, `invalid args: content of 1 to ${CHECKED_TEXT_CHARACTERS}`);
  }
  const seenAt = context.lastCallAt(openid);
  if (seenAt === undefined || context.now - seenAt > RECENT_VISIT_MS) {
    return refuse(OPENAPI_CODES.visitTooOld, 'user has not visited within two hours');
  }
  const suggest = judge(context.words, content);
  const label = LABELS[suggest];
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  return { json: { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail, trace_id: 'local' } };
}

function judge(words: ContentCheck, content: string): keyof typeof LABELS {
  if (words.risky.some((word) => content.includes(word))) return 'risky';
  return words.review.some((word) => content.includes(word)) ? 'review' : 'pass';
}

function refuse(errcode: number, errmsg: string): OpenApiAnswer {
  return { json: { errcode, errmsg } };
}
