interface Kept {
  json: string;
  node: HTMLElement;
}

/**
 * A list drawn again and again: an item that did not change keeps its element, so that what is focused, selected or opened in
 * it stays.
 */
export class Rows<T> {
  private kept = new Map<string, Kept>();

  constructor(
    private readonly parent: HTMLElement,
    private readonly keyOf: (item: T) => string,
    private readonly build: (item: T) => HTMLElement,
    private readonly whenEmpty: HTMLElement,
    /** What stands before the list and stays. */
    private readonly before: HTMLElement | undefined = undefined,
  ) {}

  /** `shownFor` names what else the items are drawn by: when it changes, all are drawn anew. */
  draw(items: readonly T[], shownFor = ''): void {
    const next = new Map<string, Kept>();
    for (const item of items) next.set(this.keyOf(item), this.nodeFor(item, shownFor));
    this.kept = next;
    const list = items.length > 0 ? [...next.values()].map(({ node }) => node) : [this.whenEmpty];
    const wanted = this.before ? [this.before, ...list] : list;
    const staying = new Set<Element>(wanted);
    for (const child of [...this.parent.children]) if (!staying.has(child)) child.remove();
    wanted.forEach((node, at) => {
      const there = this.parent.children[at];
      if (there !== node) this.parent.insertBefore(node, there ?? null);
    });
  }

  private nodeFor(item: T, shownFor: string): Kept {
    const json = shownFor + JSON.stringify(item);
    const known = this.kept.get(this.keyOf(item));
    return known?.json === json ? known : { json, node: this.build(item) };
  }
}
