import Taro from '@tarojs/taro';

/** px that our own title bar may take at the top. */
const TITLE_BAR = 120;

/** Brings the part of the page that has this id into sight, once it is drawn. */
export function bringIntoSight(id: string): void {
  Taro.nextTick(() => {
    if (process.env.TARO_ENV !== 'h5') {
      void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -TITLE_BAR }).catch(() => undefined);
      return;
    }
    // Pages below the one in sight stay in the document, hidden and without a place of their own.
    const parts = [...document.querySelectorAll<HTMLElement>(`#${id}`)];
    parts.find((part) => part.offsetParent !== null)?.scrollIntoView({ block: 'center' });
  });
}
