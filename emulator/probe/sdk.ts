/* What the probe uses of wx-server-sdk, whose own typings describe callbacks as well. */

export type Row = Record<string, unknown>;

export interface ProbeDocument {
  get(): Promise<{ data: Row }>;
  set(options: { data: object }): Promise<{ stats: { updated: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
}

export interface ProbeCollection {
  add(options: { data: object }): Promise<{ _id: string }>;
  doc(id: string): ProbeDocument;
  where(condition: object): {
    get(): Promise<{ data: Row[] }>;
    update(options: { data: object }): Promise<{ stats: { updated: number } }>;
    remove(): Promise<{ stats: { removed: number } }>;
  };
  aggregate(): { match(condition: object): { end(): Promise<{ list: Row[] }> } };
}

export interface ProbeTransaction {
  collection(name: string): ProbeCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface ProbeDatabase {
  command: Record<'inc' | 'push' | 'set', (operand: unknown) => object>;
  collection(name: string): ProbeCollection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<ProbeTransaction>;
}

type OpenApiCall = (fields: object) => Promise<Row>;

export interface ProbeCloud {
  database(): ProbeDatabase;
  getWXContext(): { OPENID?: string; SOURCE?: string; ENV?: string };
  callFunction(options: { name: string; data: object }): Promise<{ result: unknown }>;
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: { status: number; errMsg: string }[] }>;
  openapi: {
    wxacode: { get: OpenApiCall; getUnlimited: OpenApiCall };
    subscribeMessage: { send: OpenApiCall };
    security: { msgSecCheck: OpenApiCall };
  };
}
