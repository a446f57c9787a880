import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useList } from '../../../client/cache/use-list';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Tag } from '../../../ui/tag';
import { ContactSheet } from './contact-sheet';
import { type Organisation, OrganisationSheet } from './organisation-sheet';
import type { Choices } from './use-choices';
import './grants.scss';

interface Props extends Pick<Choices, 'regions'> {
  /** The city changes all of it, an organisation's own people where it is reached; the supervisor looks only. */
  changes: 'all' | 'contact' | 'nothing';
}

const contactZh = ({ deskZh, phone, addressZh }: Organisation): string =>
  [deskZh, phone, addressZh].filter((each) => each !== '').join('，') || '还没有填联系方式';

/** The organisations whose people take part: guarantors, banks, incubators, trainers, partners. */
export function OrganisationList({ regions, changes }: Props) {
  const list = useList(['people', 'organisations'], (cursor) => api.people.organisations({ cursor }));
  const [open, setOpen] = useState<Organisation | 'new' | null>(null);
  const [reached, setReached] = useState<Organisation | null>(null);
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
                <>
                  <View>{`${row.kindZh}，${row.regionZh}，${row.active ? `在岗 ${row.members} 人` : '已停用，人员的权限不生效'}`}</View>
                  <View>{contactZh(row)}</View>
                </>
              }
              aside={row.active ? undefined : <Tag tone="warn">已停用</Tag>}
              {...(changes === 'nothing' ? {} : { onTap: () => (changes === 'all' ? setOpen(row) : setReached(row)) })}
            />
          ))
        }
      </KeysetList>
      {changes === 'all' ? (
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
          onReach={setReached}
          onClose={() => setOpen(null)}
        />
      )}
      {reached === null ? null : <ContactSheet organisation={reached} onClose={() => setReached(null)} />}
    </>
  );
}
