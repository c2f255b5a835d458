const KEY = 'local-cloud-console-token';

/**
 * The token: from the address (`#token=…`) at first, and from there on kept for this tab only. It leaves the address at once,
 * so that it is in no history, no bookmark and no screenshot.
 */
export function takeToken(): string | null {
  const given = /^#token=(.+)$/.exec(location.hash)?.[1];
  if (given) {
    sessionStorage.setItem(KEY, decodeURIComponent(given));
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEY);
}

export function keepToken(token: string): void {
  sessionStorage.setItem(KEY, token);
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEY);
}
