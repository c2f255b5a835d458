/** What the mini-program asked WeChat to show; each call of the kind, in order. */
export interface Dialog {
  api: 'showModal' | 'showToast' | 'showActionSheet' | 'showLoading';
  title: string;
  content: string;
}

/** Where the mini-program asked to go. */
export interface Navigation {
  api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';
  url: string;
  delta: number;
}

type Callback = (result: Record<string, unknown>) => void;
export interface WxArguments {
  success?: Callback;
  fail?: Callback;
  complete?: Callback;
  [name: string]: unknown;
}

type WxFunction = (given?: WxArguments) => unknown;

/** An asynchronous API in both styles of WeChat: callbacks, and a promise when none is given. */
export function asynchronous(api: string, work: (given: WxArguments) => unknown): WxFunction {
  return async (given = {}) => {
    try {
      const result = { errMsg: `${api}:ok`, ...((await work(given)) as object | undefined) };
      given.success?.(result);
      given.complete?.(result);
      return result;
    } catch (error) {
      const errMsg = `${api}:fail ${error instanceof Error ? error.message : String(error)}`;
      const failure = Object.assign(new Error(errMsg), { errMsg }, error);
      given.fail?.({ ...failure });
      given.complete?.({ ...failure });
      if (given.fail) return failure;
      throw failure;
    }
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function storage(): Record<string, WxFunction | ((...given: never[]) => unknown)> {
  const kept = new Map<string, string>();
  const read = (key: string): unknown => JSON.parse(kept.get(key) ?? '""');
  const write = (key: string, data: unknown) => void kept.set(key, JSON.stringify(data));
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorage: asynchronous('getStorage', ({ key }) => {
      if (!kept.has(text(key))) throw new Error('data not found');
      return { data: read(text(key)) };
    }),
    setStorage: asynchronous('setStorage', ({ key, data }) => write(text(key), data)),
    removeStorage: asynchronous('removeStorage', ({ key }) => void kept.delete(text(key))),
  };
}

/** The phone: 375 wide, of iOS, in normal letters. */
const WINDOW = {
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
};
const SAFE_AREA = { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 };
const MENU_BUTTON = { left: 281, right: 368, top: 48, bottom: 80, width: 87, height: 32 };

function device(): Record<string, unknown> {
  const window = { ...WINDOW, pixelRatio: 2, safeArea: SAFE_AREA };
  const base = {
    SDKVersion: '3.5.5',
    language: 'zh_CN',
    theme: 'light',
    fontSizeSetting: 16,
    version: '8.0.50',
  };
  return {
    canIUse: () => true,
    getSystemInfoSync: () => ({ ...window, ...base, platform: 'ios' }),
    getWindowInfo: () => window,
    getAppBaseInfo: () => base,
    getDeviceInfo: () => ({ platform: 'ios', model: 'iPhone' }),
    getMenuButtonBoundingClientRect: () => MENU_BUTTON,
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: 'wifi' })),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    nextTick: (work: () => void) => setTimeout(work, 0),
    onUnhandledRejection: () => undefined,
    offUnhandledRejection: () => undefined,
  };
}

/** What the person answers when WeChat asks; set before the tap that asks. */
export interface Answers {
  /** showModal: true is the confirming button. */
  modal: boolean;
  /** Temporary files that chooseImage and chooseMedia give. */
  photos: string[];
  /** requestSubscribeMessage: whether every template is accepted. */
  subscribe: boolean;
}

function questions(dialogs: Dialog[], answers: Answers): Record<string, WxFunction> {
  const note = (api: Dialog['api'], { title, content }: WxArguments) =>
    void dialogs.push({ api, title: text(title), content: text(content) });
  const files = () =>
    answers.photos.map((tempFilePath) => ({ tempFilePath, path: tempFilePath, size: 1000 }));
  return {
    showToast: asynchronous('showToast', (given) => note('showToast', given)),
    showLoading: asynchronous('showLoading', (given) => note('showLoading', given)),
    hideLoading: asynchronous('hideLoading', () => undefined),
    hideToast: asynchronous('hideToast', () => undefined),
    showModal: asynchronous('showModal', (given) => {
      note('showModal', given);
      return { confirm: answers.modal, cancel: !answers.modal };
    }),
    chooseImage: asynchronous('chooseImage', () => ({ tempFilePaths: answers.photos, tempFiles: files() })),
    chooseMedia: asynchronous('chooseMedia', () => ({ type: 'image', tempFiles: files() })),
    previewImage: asynchronous('previewImage', () => undefined),
    setClipboardData: asynchronous('setClipboardData', () => undefined),
    pageScrollTo: asynchronous('pageScrollTo', () => undefined),
    setNavigationBarTitle: asynchronous('setNavigationBarTitle', () => undefined),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries((tmplIds as string[]).map((id) => [id, answers.subscribe ? 'accept' : 'reject'])),
    ),
  };
}

function navigation(go: (navigation: Navigation) => void): Record<string, WxFunction> {
  const apis: Navigation['api'][] = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'];
  return Object.fromEntries(
    apis.map((api) => [
      api,
      asynchronous(api, ({ url, delta }) => go({ api, url: text(url), delta: Number(delta ?? 1) })),
    ]),
  );
}

/** The cloud as the mini-program sees it: `wx.cloud`. */
export interface PhoneCloud {
  callFunction(name: string, data: unknown): Promise<unknown>;
  uploadFile(cloudPath: string, filePath: string): Promise<{ fileID: string }>;
}

export interface WxParts {
  cloud: PhoneCloud;
  answers: Answers;
  dialogs: Dialog[];
  go: (navigation: Navigation) => void;
}

/**
 * The `wx` of one phone, as far as the mini-program uses it. What is missing is undefined, as an API is that an old WeChat
 * does not have: add it here when a page needs it.
 */
export function wxApi({ cloud, answers, dialogs, go }: WxParts): Record<string, unknown> {
  return {
    ...device(),
    ...storage(),
    ...questions(dialogs, answers),
    ...navigation(go),
    cloud: {
      init: () => undefined,
      callFunction: asynchronous('cloud.callFunction', ({ name, data }) =>
        cloud.callFunction(text(name), data),
      ),
      uploadFile: asynchronous('cloud.uploadFile', async ({ cloudPath, filePath }) => ({
        ...(await cloud.uploadFile(text(cloudPath), text(filePath))),
        statusCode: 200,
      })),
    },
  };
}
