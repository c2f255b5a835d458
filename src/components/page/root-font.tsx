import { useEffect } from 'react';

/** H5: 1rem for the whole document. */
export function RootFont({ px }: { px: number }) {
  useEffect(() => {
    document.documentElement.style.fontSize = `${px}px`;
  }, [px]);
  return null;
}
