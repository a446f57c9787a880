import { type Role, roleNames, roles as roleTable, roleZh } from '@shared/kernel/actor';
import { deadlineZh, momentZh } from '@shared/kernel/moment-words';
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
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import type { Choices } from './use-choices';
import './grants.scss';

type Holder = Awaited<ReturnType<typeof api.people.grants>>['items'][number];

const everyRole = [
  { value: 'every', zh: '全部岗位' },
  ...roleNames.filter((role) => roleTable[role].scopes.length > 0).map((role) => ({ value: role, zh: roleZh[role] })),
];

/** Who holds what, who gave it and until when; by role, region and name. */
export function HolderList({ regions }: Pick<Choices, 'regions'>) {
  const [role, setRole] = useState('every');
  const [regionId, setRegion] = useState('every');
  const [q, setQ] = useState('');
  const [asked, setAsked] = useState('');
  const filter = {
    role: role === 'every' ? null : (role as Role),
    regionId: regionId === 'every' ? null : regionId,
    q: asked,
  };
  const list = useList(['people', 'grants', filter], (cursor) => api.people.grants({ ...filter, cursor }));
  const revoke = useChange(api.people.revokeGrant, touches.rights);
  const everyRegion = [
    { value: 'every', zh: '全部县（市、区）' },
    ...regions.map((region) => ({ value: region.regionId, zh: region.nameZh })),
  ];
  async function takeBack(holder: Holder): Promise<void> {
    const question = {
      title: '收回权限',
      body: `${holder.nameZh}将不再是${holder.scopeZh}${holder.roleZh}，立即生效，正在办理的事项也不能再提交。本人会收到通知。`,
      confirm: '收回',
    };
    if ((await confirmDanger(question)) && (await revoke.run({ grantId: holder.grantId }))) toast('已收回');
  }
  return (
    <>
      <Card>
        <ChoiceField id="holders-role" label="岗位" options={everyRole} value={role} onChange={setRole} />
        {regions.length > 1 ? (
          <ChoiceField
            id="holders-region"
            label="县（市、区）"
            options={everyRegion}
            value={regionId}
            onChange={setRegion}
          />
        ) : null}
        <TextField
          id="holders-name"
          label="姓名"
          required={false}
          type="search"
          max={30}
          value={q}
          onChange={setQ}
          onBlur={() => setAsked(q.trim())}
        />
        <Button id="holders-find" kind="secondary" onTap={() => setAsked(q.trim())}>
          查找
        </Button>
      </Card>
      {revoke.failure ? <Notice tone="error">{revoke.failure.message}</Notice> : null}
      <KeysetList
        id="holders-more"
        list={list}
        empty={<Empty title="没有这样的人员" hint="换个岗位、地方或姓名再看" />}
      >
        {(rows) => rows.map((holder) => <HolderCard key={holder.grantId} holder={holder} onRevoke={takeBack} />)}
      </KeysetList>
    </>
  );
}

function HolderCard({ holder, onRevoke }: { holder: Holder; onRevoke: (holder: Holder) => Promise<void> }) {
  const { grantId, nameZh, givenBy, givenAt, endsAt, note } = holder;
  return (
    <Card id={`holder-${grantId}`} title={nameZh} aside={<Tag tone="info">{holder.roleZh}</Tag>}>
      <View>{holder.scopeZh}</View>
      <View className="xh-row-detail">{`${momentZh(givenAt)} 由${givenBy ?? '服务器管理命令'}授权`}</View>
      <View className="xh-row-detail">{endsAt === null ? '没有期限' : deadlineZh(endsAt)}</View>
      {note === '' ? null : <View className="xh-row-detail">{`邀请时备注：${note}`}</View>}
      {holder.revocable ? (
        <View className="xh-grant-act">
          <Button id={`revoke-${grantId}`} kind="danger" onTap={() => onRevoke(holder)}>
            收回权限
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
