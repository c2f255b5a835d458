import * as sdk from 'wx-server-sdk';

// The one importer of wx-server-sdk (docs/decisions/0001). The SDK's types know neither the symbol nor the option.
sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });

/** The platform: storage, openapi, nested calls. Use-cases reach it through the kernel only. */
export const cloud = sdk;

interface OpenApi {
  security: {
    msgSecCheck(check: { openid: string; scene: number; version: number; content: string }): Promise<unknown>;
  };
  wxacode: {
    getUnlimited(code: { scene: string; page: string; checkPath: boolean; width?: number }): Promise<unknown>;
  };
  subscribeMessage: {
    send(message: {
      touser: string;
      templateId: string;
      page: string;
      data: Record<string, { value: string }>;
    }): Promise<unknown>;
  };
}

/** The openapi calls that this project makes, as its config.json files permit them; the SDK leaves them untyped. */
export const openapi = sdk.openapi as unknown as OpenApi;

export const database = sdk.database({ throwOnNotFound: false } as ICloudDatabaseConfig);

type ICloudDatabaseConfig = NonNullable<Parameters<typeof sdk.database>[0]>;

/** Query and update commands of the cloud database (`_.in`, `_.gte`, `_.inc`). */
export const _ = database.command;

/** Who calls, as the platform says; `event` is never asked (platform.md). */
export function identity(): { openid: string | null; source: string; clientIp: string } {
  const context = sdk.getWXContext();
  return {
    openid: context.OPENID ? String(context.OPENID) : null,
    source: String(context.SOURCE ?? ''),
    clientIp: String(context.CLIENTIP ?? ''),
  };
}
