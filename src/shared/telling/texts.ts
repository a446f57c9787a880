import { formatDayZh, shanghaiDate } from '../kernel/shanghai';

/**
 * The text messages (短信) that an installation applies for, the most urgent first: where somebody may get one more only, it is that one. They hold
 * nothing about anybody: a day at most. Their ids are an installation's own (`XINGHUO_SMS_TEMPLATES`).
 */
export const texts = {
  correction: { zh: '补正通知', words: '您有一件事项，最迟{1}办理，请打开小程序查看。', rank: 1, day: true },
  result: { zh: '审核结果', words: '您有一件事项已有结果，请打开小程序查看。', rank: 2, day: false },
  offer: { zh: '名额通知', words: '您有一个名额待确认，最迟{1}办理，请打开小程序查看。', rank: 3, day: true },
} as const;

export type TextKind = keyof typeof texts;

export const textKinds = Object.keys(texts) as readonly TextKind[];

/** An installation's ids of those that it has. */
export type TextTemplateIds = Readonly<Partial<Record<TextKind, string>>>;

/** So many a person, in Shanghai's day and month; what is over waits. */
export const textCaps = { day: 1, month: 5 } as const;

/** Hours of Shanghai's day between which one is sent: from 08:00, before 21:00. */
export const textHours = { from: 8, to: 21 } as const;

/** What somebody agrees to by itself, never ticked beforehand. A changed text is a new version, and asked for anew. */
export const textConsent = {
  version: '1',
  zh: '同意接收短信提醒',
  text: '用您在报名表中填写的手机号，在需要补正、有审核结果或者名额待确认时发短信提醒您。短信由腾讯云代发，只写事项和日期，不写姓名、项目和证件号。每天最多 1 条，每月最多 5 条，08:00 至 21:00 发送。随时可以在这里关闭，关闭后不再发送。',
} as const;

/** The parameters of a text. `until`: exclusive, in epoch milliseconds. */
export const textParameters = (kind: TextKind, until: number | null): string[] =>
  texts[kind].day && until !== null ? [formatDayZh(shanghaiDate(until - 1))] : [];
