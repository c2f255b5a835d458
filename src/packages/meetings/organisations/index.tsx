import type { OrganisationList, OrganisationView } from '@contract/organisations';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Empty } from '@/components/empty/empty';
import { List, ListItem } from '@/components/list-item/list-item';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Tag, Tags } from '@/components/tag/tag';
import { usePages } from '@/features/calls/use-pages';
import { KeepOrganisation } from '@/features/organisations/keep-organisation';
import { Here } from '@/features/overview/here';

function Rows({
  items,
  onEdit,
}: {
  items: OrganisationList['items'];
  onEdit: (one: OrganisationView) => void;
}) {
  if (items.length === 0) {
    return (
      <Empty icon="building" title="还没有登记驻区单位" text="学校、医院、商户登记以后，开会可以请他们来。" />
    );
  }
  return (
    <List>
      {items.map((one) => (
        <ListItem
          key={one.id}
          title={one.name}
          note={`${one.offers} · 找${one.contact}`}
          tags={
            <Tags>
              <Tag>{one.kindLabel}</Tag>
            </Tags>
          }
          onTap={one.can.edit === null ? () => onEdit(one) : undefined}
        />
      ))}
    </List>
  );
}

function Organisations({ placeId }: { placeId: string }) {
  const list = usePages('organisations.list', { placeId });
  const [kept, setKept] = useState<OrganisationView | 'new' | null>(null);
  return (
    <>
      <Loaded of={list}>{(items) => <Rows items={items} onEdit={setKept} />}</Loaded>
      {list.more && (
        <Button kind="quiet" onTap={list.more}>
          看更多
        </Button>
      )}
      {list.first?.can.add === null && (
        <Button icon="plus" onTap={() => setKept('new')}>
          登记一个单位
        </Button>
      )}
      {kept && list.first && (
        <KeepOrganisation
          placeId={placeId}
          one={kept === 'new' ? null : kept}
          kinds={list.first.kinds}
          onClose={() => setKept(null)}
        />
      )}
    </>
  );
}

/** 驻区单位: organisations in the area, what they offer and whom to ask for. */
export default function OrganisationsPage() {
  const { placeId } = useRouter().params;
  return (
    <Page title="驻区单位">
      <Here placeId={placeId}>{(here) => <Organisations placeId={here} />}</Here>
    </Page>
  );
}
