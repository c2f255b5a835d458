import { randomUUID } from 'node:crypto';
import type { Database } from '../database';
import type { FaultBoard, FaultTarget } from '../faults';
import type { FunctionEntry } from '../functions/catalog';
import { nestedCaller, type CallTokens } from '../functions/identity';
import type { Invoker } from '../functions/invoker';
import type { CallJournal } from '../journal';
import { decodeCall, encodeAnswer, type OpenApiAnswer } from '../openapi/messages';
import type { OpenApi } from '../openapi/open-api';
import type { Platform } from '../platform';
import type { ScanTally } from '../scans';
import { STORAGE_ACTIONS, type StorageContext } from '../storage/requests';
import type { WireAnswer, WireCode, WireFailure, WireRequest } from '../wire';
import { noteOf, openApiCode, wireCode } from './notes';

export interface AdminContext {
  platform: Platform;
  database: Database;
  journal: CallJournal;
  faults: FaultBoard;
  invoker: Invoker;
  openapi: OpenApi;
  storage: StorageContext;
  tokens: CallTokens;
  catalog: { get(name: string): FunctionEntry | undefined };
  scans: ScanTally;
}

/** Answers the SDK's JSON requests: database, nested calls, storage, and `wx.api`. */
export function answerJson(context: AdminContext, request: WireRequest): Promise<WireAnswer> {
  if (request.action === 'wx.api') return callOpenApi(context, request);
  const madeBy = context.tokens.read(request.wxCloudApiToken)?.requestId;
  const note = noteOf(request);
  const perform = async () => {
    const answer = await answerAction(context, request, (effect) => (note.fault = effect));
    const work = context.database.workOf(request);
    if (work) note.scanned = work.looked;
    return answer;
  };
  return context.journal.around(madeBy, note, perform, wireCode);
}

/** A request on its way. */
interface Asked {
  request: WireRequest;
  /** Of the answer. */
  requestId: string;
  struck: FaultTarget['struck'];
}

async function answerAction(
  context: AdminContext,
  request: WireRequest,
  struck: FaultTarget['struck'],
): Promise<WireAnswer> {
  const requestId = randomUUID();
  const asked = { request, requestId, struck };
  const { action, envName } = request;
  const { envId } = context.platform;
  // An object names one environment for each service, ours among them [R].
  if (typeof envName === 'string' && envName !== '' && envName !== envId) {
    return refuse('INVALID_PARAM', `there is no environment ${envName}, only ${envId}`, requestId);
  }
  if (action.startsWith('database.')) return answerDatabase(context, asked);
  const storage = STORAGE_ACTIONS.get(action);
  if (storage) return around(context, asked, () => storage(context.storage, request, requestId));
  if (action === 'functions.invokeFunction') {
    return around(context, asked, () => invokeNested(context, request));
  }
  return refuse('INVALID_PARAM', `the local cloud has no action ${action}`, requestId);
}

/** Answers `wx.openApi`, whose fields came as multipart: protobuf, or JSON when the local cloud itself fails. */
export async function answerOpenApi(
  context: AdminContext,
  fields: Map<string, Buffer>,
): Promise<Buffer | WireAnswer> {
  const requestId = randomUUID();
  const text = (name: string) => fields.get(name)?.toString() ?? '';
  if (text('action') !== 'wx.openApi') {
    return refuse('INVALID_PARAM', `the local cloud has no action ${text('action')}`, requestId);
  }
  const call = decodeCall(fields.get('requestData') ?? Buffer.alloc(0));
  const answer = await askOpenApi(context, text('wxCloudApiToken'), text('apiName'), call, requestId);
  return 'code' in answer ? answer : encodeAnswer(answer);
}

async function answerDatabase(context: AdminContext, asked: Asked): Promise<WireAnswer> {
  const { request, requestId } = asked;
  const answer = await around(context, asked, () => context.database.handle(request));
  context.scans.note(context.database.workOf(request));
  // After a conflict at commit the SDK starts anew without aborting [R]: an injected one must not leave the transaction open.
  const injected = 'code' in answer && answer.requestId === requestId;
  if (
    injected &&
    answer.code === 'DATABASE_TRANSACTION_CONFLICT' &&
    request.action === 'database.commitTransaction'
  ) {
    await context.database.handle({ ...request, action: 'database.abortTransaction' });
  }
  return answer;
}

async function invokeNested(context: AdminContext, request: WireRequest): Promise<WireAnswer> {
  const { function_name: fn, request_data: data, wxCloudApiToken } = request;
  const caller = nestedCaller(context.tokens.read(wxCloudApiToken));
  const event = typeof data === 'string' && data !== '' ? data : '{}';
  const invocation = await context.invoker.invoke(String(fn), event, caller);
  const { requestId } = invocation;
  if (invocation.kind === 'done') return { requestId, data: { response_data: invocation.json } };
  if (invocation.kind === 'unknown')
    return refuse('FUNCTION_NOT_FOUND', `no function ${String(fn)}`, requestId);
  if (invocation.kind === 'timeout') {
    return refuse(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      `Invoking task timed out after ${invocation.seconds} seconds`,
      requestId,
    );
  }
  return refuse('FUNCTIONS_EXECUTE_FAIL', invocation.message, requestId);
}

/** `wx.api`: the older channel of the same calls, JSON both ways. */
async function callOpenApi(context: AdminContext, request: WireRequest): Promise<WireAnswer> {
  const requestId = randomUUID();
  const { apiName, requestData, wxCloudApiToken } = request;
  const fields =
    typeof requestData === 'string' && requestData !== '' ? (JSON.parse(requestData) as object) : {};
  const answer = await askOpenApi(context, wxCloudApiToken, String(apiName), { ...fields }, requestId);
  if ('code' in answer) return answer;
  // How this channel would carry bytes or an error number was never seen: not invented here.
  if (!('json' in answer)) return refuse('SYS_ERR', `${String(apiName)} has no JSON answer`, requestId);
  return { requestId, data: { responseData: JSON.stringify(answer.json) } };
}

function askOpenApi(
  context: AdminContext,
  token: unknown,
  name: string,
  fields: Record<string, unknown>,
  requestId: string,
): Promise<OpenApiAnswer | WireFailure> {
  const claim = context.tokens.read(token);
  const caller = claim && context.catalog.get(claim.fn);
  const perform = () => context.openapi.call(name, fields, caller, requestId);
  return context.journal.around(claim?.requestId, { action: `openapi.${name}` }, perform, openApiCode);
}

function around(
  context: AdminContext,
  { request: { action, collectionName }, requestId, struck }: Asked,
  perform: () => Promise<WireAnswer>,
): Promise<WireAnswer> {
  const target: FaultTarget = { action, struck };
  if (typeof collectionName === 'string') target.collection = collectionName;
  return context.faults.around(target, perform, (code, message) => refuse(code, message, requestId));
}

function refuse(code: WireCode, message: string, requestId: string): WireAnswer {
  return { code, message, requestId };
}
