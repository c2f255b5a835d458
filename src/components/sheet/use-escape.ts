import { useEffect, useRef } from 'react';

type Close = { current: () => void };

/** Sheets that are open, the uppermost last: a field in a sheet opens one of its own. */
const opened: Close[] = [];

function onKey(event: KeyboardEvent): void {
  // While a Chinese word is being composed the key belongs to the keyboard.
  if (event.key === 'Escape' && !event.isComposing) opened.at(-1)?.current();
}

/** H5: the Escape key closes the sheet on top. A phone in WeChat has no such key. */
export function useEscape(open: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open || process.env.TARO_ENV !== 'h5') return undefined;
    if (opened.length === 0) window.addEventListener('keydown', onKey);
    opened.push(close);
    return () => {
      opened.splice(opened.indexOf(close), 1);
      if (opened.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, [open]);
}
