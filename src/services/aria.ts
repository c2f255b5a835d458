export interface Aria {
  role?:
    | 'button'
    | 'link'
    | 'radio'
    | 'radiogroup'
    | 'checkbox'
    | 'tab'
    | 'tablist'
    | 'dialog'
    | 'alert'
    | 'img'
    | 'heading'
    | 'progressbar'
    | 'status';
  label?: string;
  checked?: boolean;
  selected?: boolean;
  disabled?: boolean;
  hidden?: boolean;
}

const text = (value: boolean | undefined) => (value === undefined ? undefined : String(value));

/** What a screen reader is told, in the attributes of the target: WeChat's `aria-role` is HTML's `role`. */
export function aria({ role, label, checked, selected, disabled, hidden }: Aria): Record<string, string> {
  const attributes: Record<string, string | undefined> = {
    [process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role']: role,
    'aria-label': label,
    'aria-checked': text(checked),
    'aria-selected': text(selected),
    'aria-disabled': text(disabled),
    'aria-hidden': text(hidden),
  };
  const present = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(present);
}
