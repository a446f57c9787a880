import { isBlank } from '@shared/kernel/typed/unseen';
import {
  type OrganisationKind,
  organisationKindNames,
  organisationKindZh,
} from '@shared/people/grants/organisation-kinds';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { SwitchRow } from '../../../ui/fields/switch-row';
import { TextField } from '../../../ui/fields/text-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { Choices } from './use-choices';

export type Organisation = Awaited<ReturnType<typeof api.people.organisations>>['items'][number];

interface Props extends Pick<Choices, 'regions'> {
  /** Null: a new one. */
  organisation: Organisation | null;
  /** Goes on to where it is reached. */
  onReach: (organisation: Organisation) => void;
  onClose: () => void;
}

const kinds = organisationKindNames.map((kind) => ({ value: kind, zh: organisationKindZh(kind) }));

const activeHint = '关掉后，这个机构的人员权限立即不生效；再打开时恢复';

/**
 * An organisation's name and whether it takes part; of a new one its kind and place, which stay. Saved by what was seen: of a colleague's change one is
 * told, and both stand here.
 */
export function OrganisationSheet({ organisation, regions, onReach, onClose }: Props) {
  const add = useChange(api.people.addOrganisation, touches.rights);
  const change = useChange(api.people.changeOrganisation, touches.rights);
  const form = useTypedForm('organisation', organisation?.organisationId);
  const [nameZh, setName] = form.field('nameZh', organisation?.nameZh ?? '');
  const [kind, setKind] = form.field<OrganisationKind | ''>('kind', '');
  const [region, setRegion] = form.field('region', 'city');
  const [active, setActive] = form.field('active', organisation?.active ?? true);
  // Once a colleague was first, what stands now is seen here, and saving goes on from it.
  const standing =
    change.failure?.code === 'PEOPLE_ORGANISATION_STALE' ? (change.failure.current as Organisation) : organisation;
  const errors = useFieldErrors(
    add.failure ?? change.failure,
    {
      nameZh: isBlank(nameZh) && '请填写机构名称',
      kind: organisation === null && kind === '' && '请选择类别',
      regionId: null,
    },
    (field) => `organisation-${field}`,
  );
  async function save(): Promise<void> {
    const saved =
      standing === null
        ? kind !== '' && (await add.run({ kind, nameZh, regionId: region === 'city' ? null : region }))
        : await change.run({ organisationId: standing.organisationId, version: standing.version, nameZh, active });
    if (!saved) return;
    form.saved();
    toast('已保存');
    onClose();
  }
  return (
    <Sheet id="organisation" open title={organisation === null ? '新增机构' : '修改机构'} onClose={onClose}>
      <AskedForm
        errors={errors}
        button={{ id: 'organisation-save', zh: '保存', busy: add.busy || change.busy }}
        onSend={save}
      >
        <TextField
          id="organisation-nameZh"
          label="机构名称"
          hint={standing?.nameZh === organisation?.nameZh ? '' : `同事改成了“${standing?.nameZh}”`}
          max={30}
          value={nameZh}
          onChange={setName}
          error={errors.of('nameZh')}
        />
        {organisation === null ? (
          <>
            <ChoiceField
              id="organisation-kind"
              label="类别"
              options={kinds}
              value={kind}
              onChange={setKind}
              error={errors.of('kind')}
            />
            <ChoiceField
              id="organisation-regionId"
              label="所在地"
              options={[
                { value: 'city', zh: '全市' },
                ...regions.map(({ regionId, nameZh: zh }) => ({ value: regionId, zh })),
              ]}
              value={region}
              onChange={setRegion}
              error={errors.of('regionId')}
            />
          </>
        ) : (
          <>
            <SwitchRow
              id="organisation-active"
              label="参与本赛事"
              hint={
                standing?.active === organisation.active
                  ? activeHint
                  : `同事刚${standing?.active ? '打开' : '关掉'}了，请核对`
              }
              checked={active}
              onChange={setActive}
            />
            <ListRow
              id="organisation-contact"
              title="联系方式"
              detail="办理部门、电话、地址，申报人能看到"
              onTap={() => {
                onClose();
                onReach(organisation);
              }}
            />
          </>
        )}
      </AskedForm>
    </Sheet>
  );
}
