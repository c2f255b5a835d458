import { List, ListItem } from '@/components/list-item/list-item';
import { open } from '@/services/navigate';

/** Leads to the board of a matter, from the page of the matter or of its vote. */
export function PathRow({ matterId }: { matterId: string }) {
  return (
    <List>
      <ListItem
        icon="law"
        title="法定步骤"
        note="按法律要走哪几步、走到哪了"
        onTap={() => open('/packages/paths/board/index', { id: matterId })}
      />
    </List>
  );
}
