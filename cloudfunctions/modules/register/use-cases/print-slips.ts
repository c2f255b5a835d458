import type { CallInput, CallOutput } from '@contract/calls';
import type { Context } from '../../../kernel/context';
import { giveCodes } from '../../members/codes';
import { sheetFile } from '../file/sheet-file';

const HOW = '打开微信小程序“坝坝会”，点“我的”，再点“认领房屋”，输入认领码和姓名。纸条请收好，不要给别人看。';

/** Slips with new letterbox codes, as a file to print; sent again with the same client id the codes are the same (IDM-4). */
export async function printSlips(
  context: Context,
  { homeIds }: CallInput<'members.printSlips'>,
): Promise<CallOutput<'members.printSlips'>> {
  const { codes } = await giveCodes(context, homeIds);
  const rows = codes.flatMap(({ label, code }) => (code === null ? [] : [[label, code, HOW]]));
  const sheet = { name: '认领纸条', rows: [['房屋', '认领码', '怎样认领'], ...rows], widths: [24, 16, 80] };
  return { codes, fileName: '认领纸条.xlsx', base64: sheetFile([sheet]) };
}
