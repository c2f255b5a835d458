/** What reaches the cloud: wx.cloud in WeChat, HTTP to the local cloud on H5. */
export interface Transport {
  /** Resolves with the function's envelope; rejects when none came. */
  send(action: string, input: unknown): Promise<unknown>;
  /** Resolves with the file id `cloud://…`. */
  upload(cloudPath: string, localPath: string): Promise<string>;
  /** An address that an image can load. */
  address(fileId: string): string;
}
