import type { Page } from 'playwright-core';

/**
 * Texts of a page that are not seen whole: placeholders and choices longer than their field, and whatever an element with a
 * border of its own (overflow) hides or lets stick out sideways.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    /** What a browser draws into a field beside its text: the arrow of a choice, those of a number. */
    const ARROWS = 18;
    const px = (length: string) => Number.parseFloat(length) || 0;
    const room = (field: Element) => {
      const { paddingLeft, paddingRight } = getComputedStyle(field);
      const arrows =
        field instanceof HTMLSelectElement || field.getAttribute('type') === 'number' ? ARROWS : 0;
      return field.clientWidth - px(paddingLeft) - px(paddingRight) - arrows;
    };
    const tooLong = (field: Element, text: string) => {
      if (!pen) return true;
      pen.font = getComputedStyle(field).font;
      return pen.measureText(text).width > room(field);
    };
    const textsOf = (field: Element) => {
      if (field instanceof HTMLSelectElement) return [...field.options].map(({ text }) => text);
      return field instanceof HTMLInputElement ? [field.placeholder, field.value] : [];
    };
    const cut: string[] = [];
    for (const part of document.querySelectorAll('body *')) {
      if (!part.checkVisibility()) continue;
      cut.push(...textsOf(part).filter((text) => tooLong(part, text)));
      const beyond = part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
      const field = part.matches('input, select');
      if (beyond && !field) cut.push(`${part.tagName} ${part.className}: ${part.textContent?.slice(0, 60)}`);
      if (part instanceof HTMLTextAreaElement && part.scrollHeight > part.clientHeight + 1)
        cut.push(part.placeholder);
    }
    return cut;
  });
}

/** Titles, buttons, labels and hints of a page without a Chinese word, or with an English phrase in them. */
export function notChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said = 'h1, h2, h3, nav a, header a, .button, th, label > span, .hint, .empty td, option, .state';
    /** Names that are written as they are: of things in the project, of what the SDK and the platform call them. */
    const names = /^(openid|[a-z]+)$/;
    return [...document.querySelectorAll(said)]
      .filter((part) => part.checkVisibility() || part instanceof HTMLOptionElement)
      .map((part) => part.textContent ?? '')
      .filter((text) => text !== '' && !names.test(text))
      .filter((text) => !/[\u4e00-\u9fff]/.test(text) || /[a-z]{2,} [a-z]{2,}/i.test(text));
  });
}
