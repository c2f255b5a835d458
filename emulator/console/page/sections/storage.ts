import type { FileView } from '../../shapes';
import { button, element, label } from '../dom';
import { bytes, shortInstant } from '../format';
import type { Desk, Section } from '../section';
import { table } from '../table';

export const storage: Section = {
  name: 'storage',
  chinese: '存储',
  english: 'Storage',
  mount(root, desk) {
    const hint = element('p', { class: 'hint' });
    const list = table<FileView>({
      columns: [
        { chinese: '路径', english: 'Path', cell: pathCell },
        { chinese: '类型', english: 'Type', cell: ({ type }) => type ?? '仅可下载 download only' },
        { chinese: '大小', english: 'Size', number: true, cell: ({ size }) => bytes(size) },
        { chinese: '上传者', english: 'Owner', cell: (file) => ownerCell(file, desk) },
        {
          chinese: '时间',
          english: 'Time',
          when: true,
          cell: ({ uploadedAt }) => shortInstant(uploadedAt, desk.now()),
        },
        { chinese: '操作', english: 'Do', cell: (file) => removeButton(file, desk) },
      ],
      keyOf: ({ cloudPath }) => cloudPath,
      empty: '还没有文件 No files yet',
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
  return owner === undefined ? '函数 function' : (desk.personName(owner) ?? owner);
}

function removeButton({ cloudPath }: FileView, desk: Desk): HTMLButtonElement {
  return button(
    label('删除', 'Delete'),
    () => {
      if (!confirm(`删除 ${cloudPath}?\nDelete the file?`)) return;
      desk.act(async () => {
        await desk.api.post('files/remove', { path: cloudPath });
        return `已删除 ${cloudPath} · deleted`;
      });
    },
    'danger',
  );
}
