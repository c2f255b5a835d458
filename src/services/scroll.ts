import Taro from '@tarojs/taro';

/** px that our own title bar may take at the top. */
const TITLE_BAR = 120;

function scrollTo(selector: string): void {
  Taro.nextTick(() => {
    if (process.env.TARO_ENV !== 'h5') {
      void Taro.pageScrollTo({ selector, offsetTop: -TITLE_BAR }).catch(() => undefined);
      return;
    }
    // Pages below the one in sight stay in the document, hidden and without a place of their own.
    const parts = [...document.querySelectorAll<HTMLElement>(selector)];
    parts.find((part) => part.offsetParent !== null)?.scrollIntoView({ block: 'center' });
  });
}

/** Brings the part of the page that has this id into sight, once it is drawn. */
export const bringIntoSight = (id: string): void => scrollTo(`#${id}`);

/** Brings the first field with something wrong into sight, once it is drawn: of several, each may ask. */
export const bringFaultIntoSight = (): void => scrollTo('.field-wrong');
