import { ofItsOwn, type Hiding } from './kept-text';

/**
 * Fields by which functions that serve several purposes tell them apart: `action` and `type` in the platform's own examples,
 * `$url` in its router, the others as projects name them. TriggerName is what a timer's event carries.
 */
const NAMES = [
  'action',
  '$url',
  'url',
  'route',
  'path',
  'type',
  'method',
  'func',
  'fn',
  'cmd',
  'op',
  'step',
  'name',
  'TriggerName',
] as const;

/** Events are short or hold data: a long one is not parsed only to be named. */
const LONGEST_EVENT = 256 * 1024;
const LONGEST_TITLE = 80;

/** What the JSON text of an event says it wants: the text of the first field of a usual name, or undefined. */
export function titleOf(event: string, hide: Hiding = (text) => text): string | undefined {
  if (event.length > LONGEST_EVENT) return undefined;
  const fields = parsed(event);
  const title = NAMES.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof title === 'string' ? ofItsOwn(hide(title).slice(0, LONGEST_TITLE)) : undefined;
}

function parsed(event: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(event);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // A nested call may carry anything; the function itself will be told.
    return {};
  }
}
