import type { Role } from '../../kernel/actor';

type KindIs = { zh: string; role: Role };

/** What organisations take part, and the role in which their people do. */
export const organisationKinds = {
  guarantor: { zh: '担保机构', role: 'guarantor' },
  bank: { zh: '银行', role: 'lender' },
  incubator: { zh: '孵化基地', role: 'incubatorOperator' },
  trainer: { zh: '培训机构', role: 'trainer' },
  partner: { zh: '合作基地', role: 'partner' },
} as const satisfies Record<string, KindIs>;

export type OrganisationKind = keyof typeof organisationKinds;

export const organisationKindNames = Object.keys(organisationKinds) as OrganisationKind[];

/** What a kind is called; `机构` for one that is no longer known. */
export const organisationKindZh = (kind: string): string => organisationKinds[kind as OrganisationKind]?.zh ?? '机构';

/** Whether people of such an organisation are given this role. */
export const fitsKind = (kind: string, role: Role): boolean =>
  organisationKinds[kind as OrganisationKind]?.role === role;
