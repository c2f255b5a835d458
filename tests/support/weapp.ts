import { readFile } from 'node:fs/promises';
import type { LocalCloud } from '../../emulator';
import { buildPhone } from '../../scripts/build/taro';
import { WEAPP_DIST } from '../../scripts/project';
import { until } from './until';
import { MiniPage } from './weapp/mini-page';
import { launch, type Simulator } from './weapp/simulator';
import { type Answers, type Dialog, type Navigation, type PhoneCloud, wxApi } from './weapp/wx-api';

/**
 * The phone of one person with the **built** mini-program (dist/weapp) on it, under miniprogram-simulate: WeChat's own WXML
 * compiler and component system, Taro's real runtime.
 */
export interface WeappPhone {
  /** The page on top. */
  readonly page: MiniPage;
  /** Waits until the page on top has this route (without a leading slash) and returns it. */
  at(route: string): Promise<MiniPage>;
  /** Opens a page as a shared card or a QR code does: `packages/motion/detail?id=m1`. */
  open(url: string): MiniPage;
  back(): void;
  /** What WeChat was asked to show, in order. */
  readonly dialogs: Dialog[];
  readonly navigations: Navigation[];
  /** How the person answers WeChat's questions from now on. */
  readonly answers: Answers;
}

function parseUrl(url: string): { route: string; query: Record<string, string> } {
  const { pathname, searchParams } = new URL(url, 'page:///');
  return { route: pathname.replace(/^\//, ''), query: Object.fromEntries(searchParams) };
}

class PageStack {
  readonly pages: MiniPage[] = [];
  simulator: Simulator | undefined;

  push(url: string): MiniPage {
    if (!this.simulator) throw new Error('The mini-program has not been launched.');
    const { route, query } = parseUrl(url);
    const rendered = this.simulator.render(route);
    const host = document.createElement('main');
    document.body.append(host);
    rendered.attach(host);
    const page = new MiniPage(route, query, host, rendered);
    const { instance } = rendered;
    Object.assign(instance, { route, options: query });
    this.pages.push(page);
    instance.onLoad?.(query);
    instance.onShow?.();
    instance.onReady?.();
    return page;
  }

  pop(): void {
    const page = this.pages.pop();
    page?.rendered.instance.onHide?.();
    page?.rendered.instance.onUnload?.();
    page?.rendered.detach();
  }

  /** What WeChat does to its stack of pages for each way of going. */
  go({ api, url, delta }: Navigation): void {
    if (api === 'navigateBack') {
      for (let i = 0; i < delta && this.pages.length > 1; i += 1) this.pop();
      this.pages.at(-1)?.rendered.instance.onShow?.();
      return;
    }
    if (api === 'navigateTo') this.pages.at(-1)?.rendered.instance.onHide?.();
    if (api === 'redirectTo') this.pop();
    if (api === 'switchTab' || api === 'reLaunch') while (this.pages.length > 0) this.pop();
    this.push(url);
  }
}

/** `wx.cloud` of one person, answered by a local cloud. */
export function phoneCloud(cloud: LocalCloud, openid: string): PhoneCloud {
  return {
    async callFunction(name, data) {
      const answer = await cloud.call(name, data, openid);
      if ('result' in answer) return answer;
      throw Object.assign(new Error(answer.errMsg), answer);
    },
    async uploadFile(cloudPath, filePath) {
      const response = await fetch(`${cloud.url}/upload?path=${encodeURIComponent(cloudPath)}`, {
        method: 'POST',
        headers: { 'X-Local-Token': cloud.token, 'X-Local-Openid': openid },
        body: await readFile(filePath),
      });
      if (!response.ok) throw new Error(`upload refused: ${response.status}`);
      return (await response.json()) as { fileID: string };
    },
  };
}

/**
 * Launches the built mini-program for one person and opens `url` (default: the home page). Builds it first when it is not up
 * to date. One phone at a time in a test file: a second one takes the engine over from the first.
 */
export async function startWeapp(cloud: PhoneCloud, url = 'pages/home/index'): Promise<WeappPhone> {
  await buildPhone('weapp');
  const stack = new PageStack();
  const dialogs: Dialog[] = [];
  const navigations: Navigation[] = [];
  const answers: Answers = { modal: true, photos: [], subscribe: false };
  const go = (navigation: Navigation) => {
    navigations.push(navigation);
    stack.go(navigation);
  };
  const wx = wxApi({ cloud, answers, dialogs, go });
  stack.simulator = launch(WEAPP_DIST, wx, () => stack.pages.map(({ rendered }) => rendered.instance));
  stack.push(url);
  const top = (): MiniPage => {
    const page = stack.pages.at(-1);
    if (!page) throw new Error('No page is open.');
    return page;
  };
  return {
    get page() {
      return top();
    },
    at: (route) =>
      until(
        () => (top().route === route ? top() : undefined),
        () => `still at ${top().route}: ${top().text()}`,
      ),
    open: (next) => stack.push(next),
    back: () => stack.go({ api: 'navigateBack', url: '', delta: 1 }),
    dialogs,
    navigations,
    answers,
  };
}
