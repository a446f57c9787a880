/**
 * What people are reminded of: whom, and before which day; `after`: once that day is over and it is still not done. An area says in its
 * `area.ts` who has not acted yet (`reminders`); of a policy's end, which may concern everybody, the policies tell by themselves.
 */
export const reminderKinds = [
  { value: 'draft', zh: '报名没有提交：报名截止前，提醒负责人' },
  { value: 'consent', zh: '成员没有确认参加：报名截止前，提醒成员本人' },
  { value: 'correction', zh: '补正没有重新提交：补正期限前，提醒负责人' },
  { value: 'reviewSoon', zh: '审核没有办完：审核时限前，提醒受理的审核人员' },
  {
    value: 'reviewOver',
    zh: '审核已超时限：超过后，提醒受理的审核人员，没有受理的提醒审核负责人',
    after: true,
  },
  { value: 'application', zh: '申报要补正、答复或签合同：期限前，提醒申报人' },
  {
    value: 'officeOver',
    zh: '申报已超办理时限：超过后，提醒受理的人员，没有人受理的提醒办理单位的人员',
    after: true,
  },
  { value: 'policy', zh: '政策快到期：最后一天前，提醒符合条件、还没有申请的人' },
] as const satisfies ReadonlyArray<{ value: string; zh: string; after?: true }>;

export type ReminderKind = (typeof reminderKinds)[number]['value'];

export const reminderKindNames = reminderKinds.map(({ value }) => value);

export const comesAfter = (kind: ReminderKind): boolean =>
  reminderKinds.some((each) => each.value === kind && 'after' in each);

/** A reminder of an edition: of what, and how many days before it is due, or after. */
export type Reminder = { code: string; zh: string; kind: ReminderKind; days: number };

/** What an edition reminds of that does not say it. */
export const usualReminders: readonly Reminder[] = [
  { code: 'draft3', zh: '报名截止前 3 天', kind: 'draft', days: 3 },
  { code: 'draft1', zh: '报名截止前 1 天', kind: 'draft', days: 1 },
  { code: 'consent3', zh: '成员确认，报名截止前 3 天', kind: 'consent', days: 3 },
  { code: 'correction1', zh: '补正期限前 1 天', kind: 'correction', days: 1 },
  { code: 'reviewSoon1', zh: '审核时限前 1 天', kind: 'reviewSoon', days: 1 },
  { code: 'reviewOver1', zh: '审核超时限 1 天', kind: 'reviewOver', days: 1 },
  { code: 'application2', zh: '申报期限前 2 天', kind: 'application', days: 2 },
  { code: 'officeOver1', zh: '申报超办理时限 1 天', kind: 'officeOver', days: 1 },
  { code: 'policy15', zh: '政策到期前 15 天', kind: 'policy', days: 15 },
];

export const remindersOf = ({ reminders = usualReminders }: { reminders?: readonly Reminder[] }): readonly Reminder[] =>
  reminders;
