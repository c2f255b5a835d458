/** A picture that somebody chose on this phone. */
export interface ChosenPhoto {
  /** Where the phone keeps it; on H5 a blob: address, good for showing only. */
  path: string;
  /** Bytes */
  size: number;
  /** H5: the file itself. */
  file?: Blob;
}

/** What reaches the cloud: wx.cloud in WeChat, HTTP to the local cloud on H5. */
export interface Transport {
  /** Resolves with the function's envelope; rejects when none came. */
  send(action: string, input: unknown): Promise<unknown>;
  /** Resolves with the file id `cloud://…`. */
  upload(cloudPath: string, photo: ChosenPhoto): Promise<string>;
  /** An address that an image can load. */
  address(fileId: string): string;
  /** Resolves with where the phone keeps the file from now on; rejects when there is none. */
  download(fileId: string): Promise<string>;
  /** An address for some hours that any browser opens. */
  link(fileId: string): Promise<string>;
}
