import { holdsAnywhere, onlyTheClock } from '../../../kernel/define-access';
import { defineLifecycle } from '../../../kernel/define-lifecycle';
import type { ApplicationLifecycle, Desk, Holders } from '../../application/kind';
import { refusal, usualMoves } from '../../application/lifecycle';
import type { ApplicationSubject } from '../../application/subject';
import { applicant, deskOf } from '../../application/who';
import type { BenefitsEvents } from '../../events';
import { states } from './states';

const hr = deskOf('loanClerk');

/** Whoever reads it as staff; the supervisor no proofs and no group, the city state, clocks and amounts. */
export const desks: readonly Desk[] = [
  { party: 'hr', role: 'loanClerk', zh: '人社窗口', place: 'region', reads: hr, judged: 'lines' },
  { party: 'auditor', role: 'auditor', zh: '监督员', place: 'region', reads: deskOf('auditor'), watches: true },
  {
    party: 'city',
    role: 'cityStaff',
    zh: '市级统筹',
    place: 'region',
    reads: deskOf('cityStaff'),
    watches: true,
    bare: true,
  },
];
const finance = holdsAnywhere('financeClerk');

const usual = usualMoves({
  lies: 'submitted',
  works: 'reviewing',
  by: hr,
  zh: '窗口',
  withdrawnFrom: ['submitted', 'reviewing', 'returned', 'listed', 'pay_failed'],
  dueFrom: ['returned'],
});

/** An item of start-up money from the form to the payment: reviewed by the desk of HR, shown to everybody before it is paid, paid by finance. */
export const lifecycleOf = (name: string): ApplicationLifecycle =>
  defineLifecycle<string, string, ApplicationSubject, keyof BenefitsEvents, Holders>()({
    name,
    zh: '申报',
    initial: 'draft',
    begins: { silent: '草稿只有本人看到' },
    takeFirst: '您还没有受理这份申报，请先受理',
    side: (application, caller) => {
      if (desks.some(({ reads }) => reads.decide(caller, application).ok)) return 'staff';
      return applicant.decide(caller, application).ok ? 'own' : 'outside';
    },
    states,
    moves: {
      submit: usual.submit,
      claim: usual.claim,
      putBack: usual.putBack,
      return: usual.return,
      list: {
        from: ['reviewing'],
        to: 'listed',
        label: '审核通过，公示',
        by: hr,
        held: 'mine',
        danger: '公示只显示姓名和申报项目。公示期满，自动送财政付款。',
        toldAs: '审核通过，公示',
        emits: ['subsidy.listed'],
      },
      reject: refusal({
        from: ['reviewing'],
        to: 'rejected',
        label: '不予通过',
        by: hr,
        held: 'mine',
        toldAs: '审核未通过',
      }),
      strike: refusal({ from: ['listed'], to: 'rejected', label: '公示后不予通过', by: hr, toldAs: '公示后没有通过' }),
      batch: {
        from: ['listed'],
        to: 'batched',
        label: '送财政付款',
        by: onlyTheClock,
        toldAs: '公示期满，送财政付款',
        silent: '付款后另行通知',
      },
      pay: {
        from: ['batched'],
        to: 'paid',
        label: '已付款',
        by: finance,
        elsewhere: true,
        danger: '登记后不能改，申报人会收到通知。',
        toldAs: '已付款',
        emits: ['subsidy.paid'],
      },
      fail: {
        from: ['batched'],
        to: 'pay_failed',
        label: '付款没有成功',
        by: finance,
        elsewhere: true,
        toldAs: '付款没有成功',
        tellsReason: true,
        emits: ['subsidy.failed'],
      },
      fix: {
        from: ['pay_failed'],
        to: 'batched',
        label: '提交新账户',
        by: applicant,
        elsewhere: true,
        toldAs: '更正收款账户，再送财政',
        silent: '付款后另行通知',
      },
      withdraw: usual.withdraw,
      expire: usual.expire,
    },
  });
