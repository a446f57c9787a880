import type { ConsentText } from '../forms/consent-text';

export type Receiver = 'province' | 'nation';

/** Who receives material of a referral, each by a consent of its own (rules §9). */
export const receivers: ReadonlyArray<{ code: Receiver; zh: string }> = [
  { code: 'province', zh: '省级赛事主办单位' },
  { code: 'nation', zh: '全国赛事主办单位' },
];

export const receiverZh = (code: Receiver): string => receivers.find((one) => one.code === code)?.zh ?? code;

const text = (code: Receiver, required: boolean, purposeZh: string): ConsentText => ({
  kind: `referral.${code}`,
  zh: `同意向${receiverZh(code)}报送材料`,
  bodyZh: `只为推荐参赛报送，不作他用。报送以前可以随时收回同意并退出推荐；已经报送的，由${receiverZh(code)}按规定处理。`,
  required,
  version: '2026-11',
  receiverZh: receiverZh(code),
  purposeZh,
  fieldsZh: '报名表（姓名、证件号和电话不含完整号码）、商业计划书、路演材料、营业执照、获奖情况',
  untilZh: '该届赛事结束后按上级规定处理',
});

/** The province's is needed to take part; the nation's only where the province passes it on. */
export const referralConsents: readonly ConsentText[] = [
  text('province', true, '推荐参加省级赛事'),
  text('nation', false, '省级推荐后参加全国赛事'),
];
