const TOKEN = 'yard.token';
const PERSON = 'yard.person';

/** A demo person of the local cloud, from /persons.json. */
export interface DemoPerson {
  openid: string;
  name: string;
  roles: string;
}

/**
 * The token that the local cloud prints stands in the page's address once (?token=…); then it is kept here
 * and taken out of the address, so that a copied link does not give it away.
 */
export function localToken(): string {
  const address = new URL(window.location.href);
  const given = address.searchParams.get('token');
  if (given) {
    window.localStorage.setItem(TOKEN, given);
    address.searchParams.delete('token');
    window.history.replaceState(window.history.state, '', address.href);
  }
  return given ?? window.localStorage.getItem(TOKEN) ?? '';
}

async function readDemoPersons(): Promise<DemoPerson[]> {
  const response = await fetch('./persons.json', { cache: 'no-store' });
  return response.ok ? ((await response.json()) as DemoPerson[]) : [];
}

/**
 * The demo persons, or none where the cloud serves no list. Chosen outside the function: the body of an async function is
 * lowered before the constant is known, and would stay in what is deployed.
 */
export const demoPersons: () => Promise<DemoPerson[]> = LOCAL_BUILD ? readDemoPersons : async () => [];

async function readLocalPerson(): Promise<string> {
  const given = new URL(window.location.href).searchParams.get('as');
  const known = given ?? window.sessionStorage.getItem(PERSON);
  const openid = known ?? (await demoPersons().catch(() => []))[0]?.openid ?? 'visitor';
  window.sessionStorage.setItem(PERSON, openid);
  return openid;
}

/**
 * Openid of whoever this browser tab plays: sessionStorage, so that two tabs can be two persons. ?as=… chooses one
 * by address, for tests. Only the local build can choose; any other H5 page is nobody and is refused.
 */
export const localPerson: () => Promise<string> = LOCAL_BUILD ? readLocalPerson : async () => '';

/** Becomes another demo person; the page starts anew, as another phone would. */
export function becomePerson(openid: string): void {
  window.sessionStorage.setItem(PERSON, openid);
  const address = new URL(window.location.href);
  address.searchParams.delete('as');
  address.hash = '';
  window.location.replace(address.href);
  if (address.href === window.location.href) window.location.reload();
}
