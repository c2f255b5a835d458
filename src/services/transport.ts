/** A picture that somebody chose on this phone. */
export interface ChosenPhoto {
  /** Where the phone keeps it; on H5 a blob: address, good for showing only. */
  path: string;
  /** Bytes */
  size: number;
  /** H5: the file itself. */
  file?: Blob;
}

/** What became of a file: on the computer, in a chat, or its link copied. */
export type Saved = 'saved' | 'sent' | 'copied';

/** What reaches the cloud: wx.cloud in WeChat, HTTP to the local cloud on H5. */
export interface Transport {
  /** Resolves with the function's envelope; rejects when none came. */
  send(action: string, input: unknown): Promise<unknown>;
  /** Resolves with the file id `cloud://…`. */
  upload(cloudPath: string, photo: ChosenPhoto): Promise<string>;
  /** Gives a file of storage to the person, under this name; rejects when it does not come. */
  save(fileId: string, name: string): Promise<Saved>;
  /** An address that an image can load. */
  address(fileId: string): string;
}
