import type { CallRecord, CallState, SdkRequest } from '../../../journal';
import type { CallView } from '../../shapes';
import { element } from '../dom';
import { instant, milliseconds } from '../format';
import type { Desk } from '../section';

/** A call as the API gives it when it is opened. */
export interface OpenedCall {
  record: CallRecord;
  nested: CallView[];
}

const STATES: Record<CallState, string> = {
  running: '运行中',
  done: '完成',
  failed: '失败',
  timeout: '超时',
  unknown: '无此函数',
};

export function stateMark(state: CallState): HTMLElement {
  return element('span', { class: 'state', 'data-state': state }, STATES[state]);
}

/** What an opened call shows: its reason, what it asked for, what it printed, which calls it made. */
export function callDetail({ record, nested }: OpenedCall, desk: Desk): HTMLElement {
  const { requestId, openid, source, startedAt, parent, reason, event, result } = record;
  const facts = [
    `requestID ${requestId}`,
    `${instant(startedAt)} +08:00`,
    source,
    openid && `${desk.personName(openid) ?? ''} ${openid}`.trim(),
    parent && `由 ${parent} 调用`,
  ].filter((fact) => fact !== undefined && fact !== '');
  return element(
    'div',
    { class: 'detail' },
    element('p', { class: 'faint' }, facts.join(' · ')),
    reason !== undefined && element('pre', { class: 'reason' }, reason),
    dataOf('参数（event）', event),
    result !== undefined && dataOf('返回', result),
    requestList(record),
    nested.length > 0 && nestedList(nested),
    lineList(record),
  );
}

function dataOf(title: string, json: string): HTMLElement {
  return element('section', {}, element('h3', {}, title), element('pre', { class: 'data' }, indented(json)));
}

/** A text that was cut is no JSON any more, and is shown as it is. */
function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
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
      request.fault !== undefined &&
        element('span', { class: 'state', 'data-state': 'struck' }, `故障 ${request.fault}`),
      request.code !== undefined && element('span', { class: 'state', 'data-state': 'failed' }, request.code),
    ),
  );
  const cut = requestsCut > 0 && element('li', { class: 'faint' }, `另有 ${requestsCut} 次未保留`);
  return element(
    'section',
    {},
    element('h3', {}, '请求', ` ${requests.length + requestsCut}`),
    rows.length > 0 && element('ol', { class: 'requests' }, ...rows, cut),
  );
}

function scannedNote({ scanned }: SdkRequest): Node | undefined {
  return scanned === undefined ? undefined : element('span', { class: 'faint' }, ` · 查看 ${scanned} 个文档`);
}

function nestedList(nested: CallView[]): HTMLElement {
  const rows = nested.map((call) =>
    element('li', {}, `${call.fn} ${call.action ?? ''} `, stateMark(call.state), ` ${milliseconds(call.ms)}`),
  );
  return element(
    'section',
    {},
    element('h3', {}, '它调用的函数'),
    element('ol', { class: 'requests' }, ...rows),
  );
}

function lineList({ lines, linesCut }: CallRecord): HTMLElement {
  const rows = lines.map(({ level, text }) => element('span', { class: `line ${level}` }, `${text}\n`));
  const cut = linesCut > 0 && element('span', { class: 'line faint' }, `另有 ${linesCut} 行未保留`);
  return element(
    'section',
    {},
    element('h3', {}, '输出', ` ${lines.length + linesCut}`),
    rows.length > 0 && element('pre', { class: 'lines' }, ...rows, cut),
  );
}
