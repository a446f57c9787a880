import { roleZh } from '@shared/kernel/actor';
import { momentZh, untilDayZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { type HolderFilter, HolderSheet } from './holder-sheet';
import type { Choices } from './use-choices';
import './grants.scss';

type Holder = Awaited<ReturnType<typeof api.people.grants>>['items'][number];

const everybody: HolderFilter = { role: null, regionId: null, q: '' };

/** Who holds what, who gave it and until when; by role, region and name. */
export function HolderList({ regions }: Pick<Choices, 'regions'>) {
  const [filter, setFilter] = useState(everybody);
  const [finding, setFinding] = useState(false);
  const list = useList(['people', 'grants', filter], (cursor) => api.people.grants({ ...filter, cursor }));
  const revoke = useChange(api.people.revokeGrant, touches.rights);
  const shown = [
    filter.role === null ? null : roleZh[filter.role],
    regions.find(({ regionId }) => regionId === filter.regionId)?.nameZh,
    filter.q,
  ].filter(Boolean);
  async function takeBack(holder: Holder): Promise<void> {
    const question = {
      title: '收回权限',
      body: `${holder.nameZh}将不再是${holder.roleZh}（${holder.scopeZh}），立即生效，正在办理的事项也不能再提交。本人会收到通知。`,
      confirm: '收回',
    };
    if ((await confirmDanger(question)) && (await revoke.run({ grantId: holder.grantId }))) toast('已收回');
  }
  return (
    <>
      <Button id="holders-filter" kind="secondary" onTap={() => setFinding(true)}>
        {shown.length === 0 ? '按岗位、地方、姓名查找' : `只看：${shown.join('，')}`}
      </Button>
      {shown.length === 0 ? null : (
        <Button id="holders-all" kind="text" onTap={() => setFilter(everybody)}>
          查看全部
        </Button>
      )}
      {finding ? (
        <HolderSheet
          filter={filter}
          regions={regions}
          onClose={() => setFinding(false)}
          onFind={(next) => {
            setFilter(next);
            setFinding(false);
          }}
        />
      ) : null}
      {revoke.failure ? <Notice tone="error">{revoke.failure.message}</Notice> : null}
      <KeysetList
        id="holders-more"
        list={list}
        empty={<Empty title="没有这样的人员" hint="换个岗位、地方或姓名再看" />}
      >
        {(rows) => (
          <Card>
            {rows.map((holder) => (
              <HolderRow key={holder.grantId} holder={holder} onRevoke={takeBack} />
            ))}
          </Card>
        )}
      </KeysetList>
    </>
  );
}

function HolderRow({ holder, onRevoke }: { holder: Holder; onRevoke: (holder: Holder) => Promise<void> }) {
  const { grantId, nameZh, givenBy, givenAt, endsAt, note } = holder;
  return (
    <ListRow
      id={`holder-${grantId}`}
      title={nameZh}
      detail={
        <>
          <View>{`${holder.roleZh}（${holder.scopeZh}）`}</View>
          <View>{`${momentZh(givenAt)} 由${givenBy ?? '服务器管理命令'}授权`}</View>
          <View>{endsAt === null ? '没有期限' : `有效期至${untilDayZh(endsAt)}`}</View>
          {note === '' ? null : <View>{`邀请时备注：${note}`}</View>}
        </>
      }
      aside={
        holder.revocable ? (
          <Button id={`revoke-${grantId}`} kind="text" label={`收回权限，${nameZh}`} onTap={() => onRevoke(holder)}>
            收回权限
          </Button>
        ) : undefined
      }
    />
  );
}
