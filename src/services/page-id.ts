import { parameterText } from './parameter-text';

/** The id that a page was opened with: by a link (`id`), or by a mini-program code whose scene is the id itself. */
export function pageId({ id, scene }: { id?: string; scene?: string }): string {
  return id ?? parameterText(scene ?? '');
}
