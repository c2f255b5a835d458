import type { FaultBoard } from '../faults';
import type { FunctionEntry } from '../functions/catalog';
import type { WireFailure } from '../wire';
import { OPENAPI_CODES } from './codes';
import type { OpenApiAnswer } from './messages';
import type { OutboxFile } from './outbox';
import { sendSubscribeMessage } from './subscribe-message';
import { checkText, type ContentCheck } from './text-check';
import { getUnlimited } from './wxacode';

export interface OpenApiOptions {
  faults: FaultBoard;
  outbox: OutboxFile;
  words: ContentCheck;
  now: () => number;
  lastCallAt: (openid: string) => number | undefined;
}

type Fields = Record<string, unknown>;
type Call = (fields: Fields) => OpenApiAnswer | Promise<OpenApiAnswer>;

/** WeChat's own calls, as `cloud.openapi` reaches them. */
export class OpenApi {
  private readonly calls: ReadonlyMap<string, Call>;

  constructor(private readonly options: OpenApiOptions) {
    const { outbox, words, now, lastCallAt } = options;
    this.calls = new Map<string, Call>([
      ['wxacode.getUnlimited', getUnlimited],
      ['subscribeMessage.send', (fields) => sendSubscribeMessage(outbox, fields, now())],
      ['security.msgSecCheck', (fields) => checkText({ words, now: now(), lastCallAt }, fields)],
    ]);
  }

  /**
   * Calls `name` for the function `caller`. A call that the local cloud lacks is refused by its name, one that the function's
   * config.json does not name by -604101.
   */
  async call(
    name: string,
    fields: Fields,
    caller: FunctionEntry | undefined,
    requestId: string,
  ): Promise<OpenApiAnswer | WireFailure> {
    const perform = this.calls.get(name);
    if (!perform) {
      return {
        json: { errcode: OPENAPI_CODES.notFound, errmsg: `API not found: the local cloud has no ${name}` },
      };
    }
    if (!caller?.openapi.has(name)) return { errorCode: OPENAPI_CODES.noPermission };
    return this.options.faults.around<OpenApiAnswer | WireFailure>(
      { action: `openapi.${name}` },
      async () => perform(fields),
      (code, message) => ({ code, message, requestId }),
    );
  }
}
