import { onlyTheClock, type Rule } from '../../kernel/define-access';
import type { MoveSpec } from '../../kernel/define-lifecycle';
import type { BenefitsEvents } from '../events';
import type { ApplicationSubject } from './subject';
import { applicant } from './who';

type ApplicationMove = MoveSpec<string, ApplicationSubject, keyof BenefitsEvents>;

/** What is said before an application ends by a decision. */
const endsHere = '申报到此办结，申报人会收到通知，能看到理由。';

type FirstDesk = {
  /** The state in which it lies there, and the one in which somebody there works on it. */
  lies: string;
  works: string;
  by: Rule<ApplicationSubject>;
  /** What people call the office: 窗口. */
  zh: string;
  /** The states from which its applicant may take it back. */
  withdrawnFrom: readonly string[];
  /** The states in which its applicant has something to put right by a day. */
  dueFrom: readonly string[];
};

/** The moves that an application of every kind has alike, from its handing in to what ends it without a decision; each kind names them in its own order. */
export function usualMoves({ lies, works, by, zh, withdrawnFrom, dueFrom }: FirstDesk) {
  const sameStep = `对外仍是同一步，由同一个${zh}办理`;
  return {
    submit: {
      from: ['draft', 'returned'],
      to: lies,
      label: '提交',
      by: applicant,
      toldAs: '提交申报',
      emits: ['application.submitted'],
      elsewhere: true,
    },
    claim: { from: [lies], to: works, label: '受理', by, held: 'free', silent: sameStep },
    putBack: { from: [works], to: lies, label: '交回待办', by, held: 'mine', silent: sameStep },
    return: {
      from: [works],
      to: 'returned',
      label: '退回补正',
      by,
      held: 'mine',
      danger: '问题会一次性发给申报人，发出后不能补充、修改。补正的日子不计入办理时限。',
      toldAs: '退回补正',
      emits: ['application.returned'],
    },
    withdraw: {
      from: withdrawnFrom,
      to: 'withdrawn',
      label: '撤回申报',
      by: applicant,
      danger: '撤回后不能恢复，加密保存的号码立即删除。需要时可以重新申报。',
      toldAs: '撤回申报',
      silent: `申报人自己撤回，${zh}的待办随之消失`,
    },
    expire: {
      from: dueFrom,
      to: 'expired',
      label: '逾期未补正',
      by: onlyTheClock,
      toldAs: '逾期未补正',
      emits: ['application.expired'],
    },
  } satisfies Record<string, ApplicationMove>;
}

/** A decision against an application: its reason is written, and told. */
export const refusal = (
  told: Pick<ApplicationMove, 'from' | 'label' | 'by' | 'held' | 'toldAs'> & { to: string },
): ApplicationMove => ({
  ...told,
  asks: ['reason'],
  danger: endsHere,
  tellsReason: true,
  emits: ['application.decided'],
});
