import Taro from '@tarojs/taro';
import { parameterText } from './parameter-text';

/** '/packages/motions/detail/index' with its parameters; what is undefined is left out. */
export function pageAddress(path: string, parameters: Record<string, string | undefined> = {}): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const query = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query ? `${path}?${query}` : path;
}

/** Opens a page above this one. WeChat keeps ten: the eleventh takes the place of the one in sight. */
export function open(path: string, parameters: Record<string, string | undefined> = {}): void {
  const url = pageAddress(path, parameters);
  if (Taro.getCurrentPages().length < 10) void Taro.navigateTo({ url });
  else void Taro.redirectTo({ url });
}

/** Takes the place of this page: after sending a form, so that 返回 does not lead back into it. */
export function replaceWith(path: string, parameters: Record<string, string | undefined> = {}): void {
  void Taro.redirectTo({ url: pageAddress(path, parameters) });
}

/** A tab page. */
export function openTab(name: 'home' | 'matters' | 'services' | 'mine'): void {
  void Taro.switchTab({ url: `/pages/${name}/index` });
}

/** Opens a page that the server named: '/packages/meetings/detail/index?id=…'. */
export function openLink(link: string): void {
  const [path = '', query = ''] = link.split('?');
  const pairs = query.split('&').map((pair) => pair.split('='));
  const parameters = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, parameterText(value)]));
  open(path, query ? parameters : {});
}
