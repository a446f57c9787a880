import type { ClockSpec } from '../../../src/shared/benefits/application/clock';
import type { ApplicationKind, Holders } from '../../../src/shared/benefits/application/kind';
import type { ApplicationSubject } from '../../../src/shared/benefits/application/subject';
import { applicant, deskOf } from '../../../src/shared/benefits/application/who';
import type { BenefitsEvents } from '../../../src/shared/benefits/events';
import { sealable, sealablePhone } from '../../../src/shared/forms/sealing';
import { onlyTheClock } from '../../../src/shared/kernel/define-access';
import { defineLifecycle } from '../../../src/shared/kernel/define-lifecycle';
import { checkResidentId, maskResidentId } from '../../../src/shared/kernel/resident-id';
import { refuse } from '../../../src/shared/kernel/result';

/*
 * A kind that the product has not: relief from bills of water and power, decided by one desk in one step. All of it stands in this file.
 */

const desk = deskOf('loanClerk');
const self = () => '您';
const office = ({ deskZh }: Holders) => deskZh;
const nobody = () => null;

const lifecycle = defineLifecycle<string, string, ApplicationSubject, keyof BenefitsEvents, Holders>()({
  name: 'utility-relief',
  zh: '申报',
  initial: 'draft',
  begins: { silent: '草稿只有本人看到' },
  side: (application, caller) =>
    desk.decide(caller, application).ok ? 'staff' : applicant.decide(caller, application).ok ? 'own' : 'outside',
  states: {
    draft: { staff: '草稿', public: '填写中', tone: 'neutral', holder: self, waits: 'own', live: true, editable: true },
    asked: { staff: '待办', public: '窗口办理', tone: 'info', holder: office, waits: 'staff', live: true },
    sent_back: {
      staff: '退回补正',
      public: '请补正',
      tone: 'warn',
      holder: self,
      waits: 'own',
      live: true,
      editable: true,
    },
    granted: { staff: '已减免', public: '已减免', tone: 'pass', holder: nobody, waits: null, final: true },
    refused: { staff: '未减免', public: '未减免', tone: 'warn', holder: nobody, waits: null, final: true },
    withdrawn: { staff: '已撤回', public: '已撤回', tone: 'neutral', holder: nobody, waits: null, final: true },
    expired: { staff: '已失效', public: '已失效', tone: 'neutral', holder: nobody, waits: null, final: true },
  },
  moves: {
    ask: {
      from: ['draft', 'sent_back'],
      to: 'asked',
      label: '提交',
      by: applicant,
      toldAs: '提交申报',
      emits: ['application.submitted'],
      elsewhere: true,
    },
    sendBack: {
      from: ['asked'],
      to: 'sent_back',
      label: '退回补正',
      by: desk,
      danger: '问题一次性发给申报人。',
      toldAs: '退回补正',
      emits: ['application.returned'],
    },
    grant: {
      from: ['asked'],
      to: 'granted',
      label: '减免',
      by: desk,
      danger: '申报人会收到通知。',
      toldAs: '已减免',
      emits: ['application.decided'],
    },
    refuse: {
      from: ['asked'],
      to: 'refused',
      label: '不予减免',
      by: desk,
      asks: ['reason'],
      danger: '申报人会收到通知，能看到理由。',
      toldAs: '未减免',
      tellsReason: true,
      emits: ['application.decided'],
    },
    withdraw: {
      from: ['asked', 'sent_back'],
      to: 'withdrawn',
      label: '撤回',
      by: applicant,
      danger: '撤回后不能恢复。',
      toldAs: '撤回申报',
      silent: '申报人自己撤回',
    },
    expire: {
      from: ['sent_back'],
      to: 'expired',
      label: '逾期未补正',
      by: onlyTheClock,
      toldAs: '逾期未补正',
      emits: ['application.expired'],
    },
  },
});

const clocks: Readonly<Record<string, ClockSpec>> = {
  asked: { clock: 'desk', zh: '办理', workdays: 5 },
  sent_back: { clock: 'correction', zh: '补正', workdays: 10, pauses: 'desk', lapses: true },
};

const everyone = { applicant: 'value', hr: 'value' } as const;
const covered = { applicant: 'masked', hr: 'masked' } as const;

export const utilityRelief: ApplicationKind = {
  zh: '水电费减免',
  introZh: '在这里申报水电费减免。',
  policy: 'sx-small-firm-post',
  sections: [
    {
      code: 'person',
      zh: '申报人',
      questions: [
        { name: 'name', zh: '姓名', hintZh: '', input: 'text', kind: 'name', max: 30, sight: everyone },
        { name: 'idNumber', zh: '身份证号', hintZh: '', input: 'sealed', max: 18, sight: covered },
        { name: 'phone', zh: '手机号', hintZh: '', input: 'sealed', max: 11, sight: covered },
      ],
    },
    {
      code: 'bill',
      zh: '水电费',
      questions: [{ name: 'hired', zh: '招用就业困难人员人数', hintZh: '', input: 'number', sight: everyone }],
    },
  ],
  seals: {
    'person.idNumber': (typed, today) => {
      const checked = checkResidentId(typed, today);
      return checked.ok
        ? sealable({ ok: true, value: checked.idNumber }, maskResidentId)
        : refuse(checked.code, checked.message);
    },
    'person.phone': (typed) => sealablePhone(typed),
  },
  identity: 'person.idNumber',
  slots: [],
  consents: [
    {
      kind: 'utility-relief.hr',
      zh: '同意向人社窗口提供信息',
      bodyZh: '只为办理本次申报提供。',
      required: true,
      version: '2026-11',
      receiverZh: '人社窗口',
      purposeZh: '办理减免',
      fieldsZh: '姓名、证件号、电话',
      untilZh: '办结后按档案规定保存',
    },
  ],
  judge: () => ({}),
  facts: (answers) => {
    const hired = answers['bill.hired'];
    return { smallFirm: true, ...(typeof hired === 'number' && { hardToEmployHired: hired }) };
  },
  lifecycle,
  submits: 'ask',
  returns: ['sendBack'],
  leads: ['grant'],
  party: (state) => (state === 'asked' ? 'hr' : lifecycle.states[state]?.waits === 'own' ? 'applicant' : null),
  clocks,
  stations: [{ zh: '窗口办理', byZh: '人社窗口', states: ['asked', 'sent_back'], workdays: 5 }],
  desks: [{ party: 'hr', role: 'loanClerk', zh: '人社窗口', place: 'region', reads: desk }],
  rank: ({ place }) => (place === null ? 5 : 1),
};
