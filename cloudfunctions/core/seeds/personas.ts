import { type Grant, type Role, roles, roleZh, type Scope } from '@shared/kernel/actor';
import type { Db } from '../platform/db';
import { scopeColumns } from '../platform/grants';
import { at } from '../platform/schema';
import { seedId } from './editions';
import {
  dramaBase,
  incubator,
  type LendingOrganisation,
  organisationId,
  organisations,
  trainingSchool,
} from './organisations';

type Persona = {
  persona: string;
  nameZh: string;
  aboutZh: string;
  grants: readonly Grant[];
};

const all: Scope = { kind: 'all' };
const inRegion = (role: Role, regionId: string): Grant => ({ role, scope: { kind: 'region', regionId } });

const inOrganisation = (role: Role, organisation: LendingOrganisation): Grant => ({
  role,
  scope: { kind: 'organisation', organisationId: organisationId(organisation) },
});

/** Who can be tried in the demo edition (conventions, Who). Names are roles, never names of people. */
export const personas: readonly Persona[] = [
  { persona: 'entrant-new', nameZh: '参赛者（新报名）', aboutZh: '还没有项目，从头报名', grants: [] },
  { persona: 'entrant-returned', nameZh: '参赛者（待补正）', aboutZh: '蒲县的项目被退回，需要补正', grants: [] },
  { persona: 'member', nameZh: '团队成员', aboutZh: '受邀加入别人的项目', grants: [] },
  {
    persona: 'clerk-puxian-1',
    nameZh: '蒲县审核人员一',
    aboutZh: '蒲县审核人员',
    grants: [inRegion('regionStaff', '141033')],
  },
  {
    persona: 'clerk-puxian-2',
    nameZh: '蒲县审核人员二',
    aboutZh: '蒲县审核人员',
    grants: [inRegion('regionStaff', '141033')],
  },
  {
    persona: 'lead-puxian',
    nameZh: `蒲县${roleZh.regionLead}`,
    aboutZh: `蒲县${roles.regionLead.personaZh}`,
    grants: [inRegion('regionStaff', '141033'), inRegion('regionLead', '141033')],
  },
  {
    persona: 'clerk-yaodu',
    nameZh: '尧都区审核人员',
    aboutZh: '尧都区审核人员',
    grants: [inRegion('regionStaff', '141002')],
  },
  {
    persona: 'clerk-lfedz',
    nameZh: '开发区审核人员',
    aboutZh: '临汾经济开发区审核人员',
    grants: [inRegion('regionStaff', 'LFEDZ')],
  },
  {
    persona: 'city',
    nameZh: roleZh.cityStaff,
    aboutZh: `${roles.cityStaff.personaZh}`,
    grants: [{ role: 'cityStaff', scope: all }],
  },
  {
    persona: 'auditor',
    nameZh: roleZh.auditor,
    aboutZh: `${roles.auditor.personaZh}`,
    grants: [{ role: 'auditor', scope: all }],
  },
  { persona: 'winner-first', nameZh: '往届获奖者（一等奖）', aboutZh: '2025 年蒲县一等奖，已办公司', grants: [] },
  { persona: 'winner-third', nameZh: '往届获奖者（三等奖）', aboutZh: '2025 年尧都区三等奖，还没办执照', grants: [] },
  {
    persona: 'winner-refused',
    nameZh: '往届获奖者（非重点群体）',
    aboutZh: '2025 年蒲县三等奖，不属于重点群体',
    grants: [],
  },
  {
    persona: 'loan-puxian',
    nameZh: '蒲县人社窗口人员',
    aboutZh: `蒲县${roles.loanClerk.personaZh}`,
    grants: [inRegion('loanClerk', '141033')],
  },
  {
    persona: 'loan-yaodu',
    nameZh: '尧都区人社窗口人员',
    aboutZh: `尧都区${roles.loanClerk.personaZh}`,
    grants: [inRegion('loanClerk', '141002')],
  },
  {
    persona: 'loan-city',
    nameZh: '全市人社窗口人员',
    aboutZh: `全市${roles.loanClerk.personaZh}`,
    grants: [{ role: 'loanClerk', scope: all }],
  },
  {
    persona: 'trainer-1',
    nameZh: '培训机构人员',
    aboutZh: `${roles.trainer.personaZh}`,
    grants: [{ role: 'trainer', scope: { kind: 'organisation', organisationId: trainingSchool.id } }],
  },
  {
    persona: 'incubator-1',
    nameZh: '孵化基地人员',
    aboutZh: `${roles.incubatorOperator.personaZh}`,
    grants: [incubator, dramaBase].map(({ id }) => ({
      role: 'incubatorOperator',
      scope: { kind: 'organisation', organisationId: id },
    })),
  },
  {
    persona: 'guarantor-1',
    nameZh: '演示担保机构人员',
    aboutZh: `${roles.guarantor.personaZh}`,
    grants: [inOrganisation('guarantor', 'guarantor')],
  },
  {
    persona: 'lender-1',
    nameZh: '演示银行一人员',
    aboutZh: `${roles.lender.personaZh}`,
    grants: [inOrganisation('lender', 'bank-1')],
  },
  {
    persona: 'lender-2',
    nameZh: '演示银行二人员',
    aboutZh: `${roles.lender.personaZh}`,
    grants: [inOrganisation('lender', 'bank-2')],
  },
  {
    persona: 'finance',
    nameZh: '财政人员（演示）',
    aboutZh: `${roles.financeClerk.personaZh}`,
    grants: [{ role: 'financeClerk', scope: all }],
  },
  // What one official sends another confirms: policies, lists of awards.
  {
    persona: 'city-2',
    nameZh: `${roleZh.cityStaff}二`,
    aboutZh: `${roles.cityStaff.personaZh}`,
    grants: [{ role: 'cityStaff', scope: all }],
  },
];

export const personaId = (persona: string): string => seedId(1 + personas.findIndex((p) => p.persona === persona));

/** The demo's people and organisations, and what they are entrusted with. */
export async function seedPersonas(db: Db, now: number): Promise<void> {
  await db
    .insertInto('organisation')
    .values([...organisations])
    .execute();
  await db
    .insertInto('person')
    .values(
      personas.map((p) => ({
        id: personaId(p.persona),
        openid: null,
        persona: p.persona,
        display_name: p.nameZh,
        phone_sealed: null,
        phone_masked: null,
        created_at: at(now),
      })),
    )
    .execute();
  const grants = personas.flatMap((p, i) =>
    p.grants.map(({ role, scope }, j) => ({
      id: seedId(1000 + i * 10 + j),
      person_id: personaId(p.persona),
      role,
      ...scopeColumns(scope),
      given_by: personaId('city'),
      given_at: at(now),
    })),
  );
  await db.insertInto('role_grant').values(grants).execute();
}
