import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '@/services/drafts';

/** What somebody writes in a form, kept on the phone until `drop`: leaving the page or a dead battery loses nothing. */
export function useDraft<T>(name: string, initial: () => T) {
  const [value, setValue] = useState<T>(() => readDraft<T>(name) ?? initial());
  const set = (next: T) => {
    setValue(next);
    keepDraft(name, next);
  };
  return { value, set, drop: () => dropDraft(name) };
}
