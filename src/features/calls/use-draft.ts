import { useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '@/services/drafts';

/** What somebody writes, kept on the phone until `drop`: leaving the page or a dead battery loses nothing. */
export function useDraft<T>(name: string, initial: () => T) {
  const [value, setValue] = useState<T>(() => readDraft<T>(name) ?? initial());
  const set = (next: T) => {
    setValue(next);
    keepDraft(name, next);
  };
  return { value, set, drop: () => dropDraft(name) };
}

/**
 * The same for a form of several fields. `change` begins with what stands by then, not with what was shown when its caller was
 * drawn: a photo that took a minute to send must not undo what was typed meanwhile.
 */
export function useDraftForm<T extends object>(name: string, initial: () => T) {
  const draft = useDraft<T>(name, initial);
  const latest = useRef(draft.value);
  const change = (part: Partial<T> | ((now: T) => Partial<T>)) => {
    const now = latest.current;
    latest.current = { ...now, ...(typeof part === 'function' ? part(now) : part) };
    draft.set(latest.current);
  };
  return { value: draft.value, change, drop: draft.drop };
}
