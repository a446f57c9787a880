import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Tag } from '../../../ui/tag';
import { type Organisation, OrganisationSheet } from './organisation-sheet';
import type { Choices } from './use-choices';
import './grants.scss';

interface Props extends Pick<Choices, 'regions'> {
  /** The supervisor looks only. */
  changes: boolean;
}

/** The organisations whose people take part: guarantors, banks, incubators, trainers, partners. */
export function OrganisationList({ regions, changes }: Props) {
  const list = useList(['people', 'organisations'], (cursor) => api.people.organisations({ cursor }));
  const [open, setOpen] = useState<Organisation | 'new' | null>(null);
  return (
    <>
      <KeysetList
        id="organisations-more"
        list={list}
        empty={<Empty title="还没有机构" hint="先新增机构，再给机构的人发邀请码" />}
      >
        {(rows) =>
          rows.map((row) => (
            <ListRow
              key={row.organisationId}
              id={`organisation-${row.organisationId}`}
              title={row.nameZh}
              detail={
                <View>{`${row.kindZh}，${row.regionZh}，${row.active ? `在岗 ${row.members} 人` : '已停用，人员的权限不生效'}`}</View>
              }
              aside={row.active ? undefined : <Tag tone="warn">已停用</Tag>}
              {...(changes ? { onTap: () => setOpen(row) } : {})}
            />
          ))
        }
      </KeysetList>
      {changes ? (
        <View className="xh-grant-act">
          <Button id="add-organisation" kind="secondary" onTap={() => setOpen('new')}>
            新增机构
          </Button>
        </View>
      ) : null}
      {open === null ? null : (
        <OrganisationSheet
          organisation={open === 'new' ? null : open}
          regions={regions}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
