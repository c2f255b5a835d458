import { useEffect, useId, useRef } from 'react';

interface Opened {
  panelId: string;
  close: { current: () => void };
}

/** Sheets that are open, the uppermost last: a field in a sheet opens one of its own. */
const opened: Opened[] = [];

const panelOf = ({ panelId }: Opened) => document.getElementById(panelId);

function onKey(event: KeyboardEvent): void {
  // While a Chinese word is being composed the key belongs to the keyboard.
  if (event.key === 'Escape' && !event.isComposing) opened.at(-1)?.close.current();
}

/** What lies below the uppermost sheet cannot be reached: the focus comes back into the sheet. */
function onFocus(event: FocusEvent): void {
  const top = opened.at(-1);
  const panel = top && panelOf(top);
  if (panel && event.target instanceof Node && !panel.contains(event.target)) panel.focus();
}

function listen(): void {
  window.addEventListener('keydown', onKey);
  document.addEventListener('focusin', onFocus);
}

function fallSilent(): void {
  window.removeEventListener('keydown', onKey);
  document.removeEventListener('focusin', onFocus);
}

/**
 * H5: an open sheet has the focus and keeps it, the Escape key closes the one on top, and what opened it has the focus again
 * afterwards. A phone in WeChat has neither keys nor focus. Answers the id that the sheet's panel takes.
 */
export function useDialog(open: boolean, onClose: () => void): string {
  const panelId = useId();
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!open || process.env.TARO_ENV !== 'h5') return undefined;
    const opener = document.activeElement;
    const one = { panelId, close };
    if (opened.length === 0) listen();
    opened.push(one);
    panelOf(one)?.focus({ preventScroll: true });
    return () => {
      opened.splice(opened.indexOf(one), 1);
      if (opened.length === 0) fallSilent();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, [open, panelId]);
  return panelId;
}
