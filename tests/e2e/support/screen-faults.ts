import type { PersonOnPhone } from './person-on-phone';

interface Limits {
  /** px that whatever is tapped has at least, each way. */
  tap: number;
  /** px of the smallest words. */
  text: number;
}

/** src/styles/tokens.scss: 44 px and 0.82 of 17 px; in the elder version 60 px, and nothing below what is usual print for the old. */
const limitsOf = (elder: boolean): Limits => ({ tap: elder ? 60 : 44, text: elder ? 18 : 13.9 });

/** Runs in the page, so it holds all that it needs: each fault of the page as a sentence with its element. */
function faultsIn(page: Element, { tap, text }: Limits): string[] {
  const faults = new Set<string>();
  const styleOf = (element: Element) => getComputedStyle(element);
  const say = (element: Element, what: string) => {
    const words = (element.textContent ?? '').trim().slice(0, 24);
    faults.add(`${what}: ${element.getAttribute('class') ?? element.tagName} «${words}»`);
  };
  const shows = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && styleOf(element).visibility !== 'hidden';
  };
  const colourOf = (css: string) => (/[\d.]+(, *[\d.]+)*/.exec(css)?.[0] ?? '').split(',').map(Number);
  /** What lies under an element; null where it is a picture. */
  const groundOf = (element: Element): number[] | null => {
    const layers: number[][] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (styleOf(at).backgroundImage !== 'none') return null;
      const layer = colourOf(styleOf(at).backgroundColor);
      layers.push(layer);
      if ((layer[3] ?? 1) === 1) break;
    }
    return layers.reduceRight<number[]>(
      (under, [r = 0, g = 0, b = 0, a = 1]) =>
        [r, g, b].map((part, n) => part * a + (under[n] ?? 255) * (1 - a)),
      [255, 255, 255],
    );
  };
  const lightOf = (colour: number[]) => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrastOf = (one: number[], other: number[]) => {
    const [dark = 0, bright = 0] = [lightOf(one), lightOf(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const speaks = ({ childNodes }: Element) =>
    [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());

  const readWords = (element: Element) => {
    const { fontSize, fontWeight, color, overflowX, textOverflow } = styleOf(element);
    const size = Number.parseFloat(fontSize);
    // A sheet is shown as it is printed: a table has to fit its width.
    if (size < (element.closest('.paper-table') ? Math.min(text, 13.9) : text))
      say(element, `words of ${size} px`);
    if (
      overflowX === 'hidden' &&
      textOverflow !== 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1
    )
      say(element, 'words cut off');
    const under = groundOf(element);
    // WCAG 1.4.3: large is 24 px, or 18.66 px in bold.
    const enough = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
    const seen = under ? contrastOf(colourOf(color), under) : enough;
    if (seen < enough) say(element, `contrast of ${seen.toFixed(2)}`);
    if (/undefined|NaN|\[object/.test(element.textContent ?? '')) say(element, 'not meant for people');
  };
  const tryTap = (element: Element) => {
    const name = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim();
    if (name === '') say(element, 'without a name');
    // What is typed into lies in a box that takes the tap.
    const { width, height } = (element.closest('.field-box') ?? element).getBoundingClientRect();
    if (Math.min(width, height) < tap - 0.05)
      say(element, `${width.toFixed(1)} × ${height.toFixed(1)} px to tap`);
  };

  for (const element of page.querySelectorAll('*')) {
    // The switch of the demo persons is no part of the application.
    if (element.closest('.person-switch') || !shows(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if (right > window.innerWidth + 0.05 || left < -0.05) say(element, 'wider than the screen');
    if (element.closest('[aria-hidden="true"]')) continue;
    if (speaks(element)) readWords(element);
    if (element.matches('input, textarea, [role="button"], [role="link"], [role="radio"], [role="tab"]'))
      tryTap(element);
  }
  const main = [...page.querySelectorAll('.button-main')].filter(
    (one) => shows(one) && !one.closest('.sheet'),
  );
  if (main.length > 1)
    faults.add(`${main.length} main actions: ${main.map((one) => one.textContent).join(' · ')}`);
  const foot = page.querySelector('.page-foot')?.getBoundingClientRect().height ?? 0;
  if (foot > window.innerHeight / 2)
    faults.add(`the foot takes ${foot.toFixed(0)} of ${window.innerHeight} px`);
  return [...faults];
}

/**
 * What is wrong with the page in sight: too wide, too small, too pale, cut off, to be tapped without a name or with less than a
 * finger, more than one main action, a foot that leaves no room. Each a sentence.
 */
export const screenFaults = (phone: PersonOnPhone, elder: boolean): Promise<string[]> =>
  phone.sight().evaluate(faultsIn, limitsOf(elder));
