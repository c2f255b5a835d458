import type { FileView } from '../../shapes';
import { button, element } from '../dom';
import { bytes, shortInstant } from '../format';
import type { Desk, Section } from '../section';
import { table } from '../table';

export const storage: Section = {
  name: 'storage',
  title: '存储',
  mount(root, desk) {
    const hint = element('p', { class: 'hint' });
    const list = table<FileView>({
      columns: [
        { title: '路径', cell: pathCell },
        { title: '类型', cell: ({ type }) => type ?? '仅可下载' },
        { title: '大小', number: true, cell: ({ size }) => bytes(size) },
        { title: '上传者', cell: (file) => ownerCell(file, desk) },
        {
          title: '时间',
          when: true,
          cell: ({ uploadedAt }) => shortInstant(uploadedAt, desk.now()),
        },
        { title: '操作', cell: (file) => removeButton(file, desk) },
      ],
      keyOf: ({ cloudPath }) => cloudPath,
      empty: '还没有文件',
    });
    root.append(hint, list.node);
    return {
      async refresh() {
        const { files, total } = await desk.api.get<{ files: FileView[]; total: number }>('files');
        hint.textContent = total > files.length ? `共 ${total} 个文件，显示最新 ${files.length} 个` : '';
        list.draw(files, desk.now());
      },
    };
  },
};

function pathCell({ cloudPath, href, fileId }: FileView): Node {
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer', title: fileId }, cloudPath);
}

function ownerCell({ owner }: FileView, desk: Desk): string {
  return owner === undefined ? '函数' : (desk.personName(owner) ?? owner);
}

function removeButton({ cloudPath }: FileView, desk: Desk): HTMLButtonElement {
  return button(
    '删除',
    () => {
      if (!confirm(`删除 ${cloudPath}？`)) return;
      desk.act(async () => {
        await desk.api.post('files/remove', { path: cloudPath });
        return `已删除 ${cloudPath}`;
      });
    },
    'danger',
  );
}
