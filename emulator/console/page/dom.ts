type Child = Node | string | number | undefined | null | false;

interface Attributes {
  class?: string;
  title?: string;
  type?: string;
  name?: string;
  value?: string;
  placeholder?: string;
  href?: string;
  list?: string;
  id?: string;
  role?: string;
  scope?: string;
  step?: string;
  min?: string;
  max?: string;
  rows?: string;
  target?: string;
  rel?: string;
  inputmode?: string;
  autocomplete?: string;
  spellcheck?: string;
  'aria-label'?: string;
  'aria-expanded'?: string;
  'aria-current'?: string;
  'aria-live'?: string;
  'data-label'?: string;
  'data-state'?: string;
}

/**
 * Makes an element. Whatever is shown goes in as text: documents hold what strangers wrote, and there is no way from here to
 * markup, to a script or to a style.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(
    ...children
      .filter((child) => child !== undefined && child !== null && child !== false)
      .map((child) => (child instanceof Node ? child : String(child))),
  );
  return made;
}

export function button(text: string, onClick: () => void, kind = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `button ${kind}`.trim() }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** A form control under its label. */
export function field(title: string, control: HTMLElement, kind = ''): HTMLLabelElement {
  return element('label', { class: `field ${kind}`.trim() }, element('span', {}, title), control);
}

export function select(options: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  return element('select', {}, ...options.map(([value, text]) => element('option', { value }, text)));
}
