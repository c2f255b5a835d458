/** Makes ids by what things are made of (kernel/ids.ts); handed in, for a rule knows no platform. */
export interface Ids {
  place: (parentId: string, name: string) => string;
  home: (placeId: string, label: string) => string;
  /** What an owner without a key of the file is called: the home's own owner of that name, nobody else's (REG-5). */
  owner: (homeId: string, name: string) => string;
  resident: (homeId: string, name: string, bornOn: string) => string;
}

/** A key that the server made, and no register of anybody's. */
export const isMade = (key: string): boolean => key.startsWith('own-');
