import { type Role, roleZh } from '@shared/kernel/actor';
import { givenRoles } from '@shared/people/grants/giving';
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextField } from '../../../ui/fields/text-field';
import { Sheet } from '../../../ui/sheets/sheet';
import type { Choices } from './use-choices';

/** Whom to show; null and '' are everybody. */
export type HolderFilter = { role: Role | null; regionId: string | null; q: string };

interface Props extends Pick<Choices, 'regions'> {
  filter: HolderFilter;
  onFind: (filter: HolderFilter) => void;
  onClose: () => void;
}

const every = 'every';
const posts = [{ value: every, zh: '全部岗位' }, ...givenRoles.map((role) => ({ value: role, zh: roleZh[role] }))];

/** By which post, place and name people are looked for. */
export function HolderSheet({ filter, regions, onFind, onClose }: Props) {
  const [role, setRole] = useState<string>(filter.role ?? every);
  const [regionId, setRegion] = useState(filter.regionId ?? every);
  const [q, setQ] = useState(filter.q);
  const places = [
    { value: every, zh: '全部县（市、区）' },
    ...regions.map((region) => ({ value: region.regionId, zh: region.nameZh })),
  ];
  const find = () =>
    onFind({
      role: role === every ? null : (role as Role),
      regionId: regionId === every ? null : regionId,
      q: q.trim(),
    });
  return (
    <Sheet id="holders" open title="查找人员" onClose={onClose}>
      <ChoiceField id="holders-role" label="岗位" options={posts} value={role} onChange={setRole} />
      {regions.length > 1 ? (
        <ChoiceField id="holders-region" label="县（市、区）" options={places} value={regionId} onChange={setRegion} />
      ) : null}
      <TextField
        id="holders-name"
        label="姓名或备注"
        required={false}
        type="search"
        max={30}
        value={q}
        onChange={setQ}
      />
      <Button id="holders-find" onTap={find}>
        查找
      </Button>
    </Sheet>
  );
}
