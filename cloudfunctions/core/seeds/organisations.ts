import { seedId } from './editions';

/** Where one is reached; nobody has these numbers. */
function reached(desk_zh: string, n: number, address_zh: string) {
  return { desk_zh, phone: `0357-00000${n}`, address_zh };
}

/** The demo's organisations; all names are demonstration. */
export const trainingSchool = {
  id: seedId(900),
  kind: 'trainer',
  name_zh: '演示创业培训学校',
  region_id: '141002',
  active: true,
  ...reached('教务处', 90, '尧都区五一东路（演示地址）'),
};

export const incubator = {
  id: seedId(910),
  kind: 'incubator',
  name_zh: '尧都创业孵化基地（演示）',
  region_id: null,
  active: true,
  ...reached('招商服务部', 91, '尧都区鼓楼南街（演示地址）'),
};

export const dramaBase = {
  id: seedId(911),
  kind: 'incubator',
  name_zh: '微短剧基地（演示）',
  region_id: null,
  active: true,
  ...reached('场地预约处', 92, '尧都区滨河西路（演示地址）'),
};

const lender = (n: number, kind: string, name_zh: string, desk_zh: string) => ({
  id: seedId(n),
  kind,
  name_zh,
  region_id: null,
  active: true,
  ...reached(desk_zh, n - 920 + 93, '尧都区解放路（演示地址）'),
});

const lending = {
  guarantor: lender(920, 'guarantor', '演示融资担保中心', '创业担保部'),
  'bank-1': lender(921, 'bank', '演示银行一', '普惠金融部'),
  'bank-2': lender(922, 'bank', '演示银行二', '普惠金融部'),
} as const;

export type LendingOrganisation = keyof typeof lending;

export const organisationId = (organisation: LendingOrganisation): string => lending[organisation].id;

export const organisations = [trainingSchool, incubator, dramaBase, ...Object.values(lending)] as const;
