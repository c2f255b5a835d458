import type { CallRecord, CallState, SdkRequest } from '../../../journal';
import type { CallView } from '../../shapes';
import { element, label } from '../dom';
import { instant, milliseconds } from '../format';
import type { Desk } from '../section';

/** A call as the API gives it when it is opened. */
export interface OpenedCall {
  record: CallRecord;
  nested: CallView[];
}

const STATES: Record<CallState, string> = {
  running: '运行中 running',
  done: '完成 done',
  failed: '失败 failed',
  timeout: '超时 timeout',
  unknown: '无此函数 unknown',
};

export function stateMark(state: CallState): HTMLElement {
  return element('span', { class: 'state', 'data-state': state }, STATES[state]);
}

/** What an opened call shows: its reason, what it asked for, what it printed, which calls it made. */
export function callDetail({ record, nested }: OpenedCall, desk: Desk): HTMLElement {
  const { requestId, openid, source, startedAt, parent, reason } = record;
  const facts = [
    `requestID ${requestId}`,
    `${instant(startedAt)} +08:00`,
    source,
    openid && `${desk.personName(openid) ?? ''} ${openid}`.trim(),
    parent && `由 ${parent} 调用 called by it`,
  ].filter((fact) => fact !== undefined && fact !== '');
  return element(
    'div',
    { class: 'detail' },
    element('p', { class: 'faint' }, facts.join(' · ')),
    reason !== undefined && element('pre', { class: 'reason' }, reason),
    requestList(record),
    nested.length > 0 && nestedList(nested),
    lineList(record),
  );
}

function requestList({ requests, requestsCut }: CallRecord): HTMLElement {
  const rows = requests.map((request) =>
    element(
      'li',
      {},
      element('code', {}, request.action),
      ` ${request.collection ?? request.fn ?? ''} `,
      element('span', { class: 'faint' }, milliseconds(request.ms)),
      scannedNote(request),
      request.code !== undefined && element('span', { class: 'state', 'data-state': 'failed' }, request.code),
    ),
  );
  const cut = requestsCut > 0 && element('li', { class: 'faint' }, `另有 ${requestsCut} 次未保留 not kept`);
  return element(
    'section',
    {},
    element('h3', {}, label('请求', 'SDK requests'), ` ${requests.length + requestsCut}`),
    rows.length > 0 && element('ol', { class: 'requests' }, ...rows, cut),
  );
}

function scannedNote({ scanned }: SdkRequest): Node | undefined {
  return scanned === undefined
    ? undefined
    : element('span', { class: 'faint' }, ` · 查看 ${scanned} 条 documents`);
}

function nestedList(nested: CallView[]): HTMLElement {
  const rows = nested.map((call) =>
    element('li', {}, `${call.fn} ${call.action ?? ''} `, stateMark(call.state), ` ${milliseconds(call.ms)}`),
  );
  return element(
    'section',
    {},
    element('h3', {}, label('它调用的函数', 'Nested calls')),
    element('ol', { class: 'requests' }, ...rows),
  );
}

function lineList({ lines, linesCut }: CallRecord): HTMLElement {
  const rows = lines.map(({ level, text }) => element('span', { class: `line ${level}` }, `${text}\n`));
  const cut = linesCut > 0 && element('span', { class: 'line faint' }, `另有 ${linesCut} 行未保留 not kept`);
  return element(
    'section',
    {},
    element('h3', {}, label('输出', 'Printed lines'), ` ${lines.length + linesCut}`),
    rows.length > 0 && element('pre', { class: 'lines' }, ...rows, cut),
  );
}
