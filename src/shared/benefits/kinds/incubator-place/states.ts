import type { StateSpec } from '../../../kernel/define-lifecycle';
import type { Holders } from '../../application/kind';

const site = ({ officeZh }: Holders) => officeZh ?? '孵化基地';
const panel = ({ officeZh }: Holders) => `${officeZh ?? '孵化基地'}评审组`;
const self = () => '您';
const nobody = () => null;
const over = { holder: nobody, waits: null, final: true } as const;

/** Where an application for a place may stand (rules §4). */
export const states: Readonly<Record<string, StateSpec<string, Holders>>> = {
  draft: {
    staff: '草稿',
    public: '填写中',
    tone: 'neutral',
    holder: self,
    waits: 'own',
    live: true,
    editable: true,
  },
  applied: { staff: '待受理', public: '基地核对', tone: 'info', holder: site, waits: 'staff', live: true },
  operator_review: {
    staff: '核对中',
    public: '基地核对',
    tone: 'info',
    holder: site,
    waits: 'staff',
    live: true,
    held: true,
  },
  returned: {
    staff: '退回补正',
    public: '请补正',
    tone: 'warn',
    holder: self,
    waits: 'own',
    live: true,
    editable: true,
  },
  panel_review: { staff: '待评审', public: '评审', tone: 'info', holder: panel, waits: 'staff', live: true },
  waitlisted: { staff: '候补', public: '候补，等候留位', tone: 'info', holder: site, waits: null, live: true },
  offered: {
    staff: '已留位，等答复',
    public: '已给您留位，请答复',
    tone: 'warn',
    holder: self,
    waits: 'own',
    live: true,
  },
  accepted: { staff: '待签协议', public: '请与基地签订协议', tone: 'info', holder: site, waits: 'staff', live: true },
  signed: { staff: '待入驻', public: '协议已签，等待入驻', tone: 'info', holder: site, waits: 'staff', live: true },
  moved_in: { staff: '在孵', public: '已入驻', tone: 'pass', holder: site, waits: null, live: true },
  renewal_requested: {
    staff: '申请续期',
    public: '续期核对中',
    tone: 'info',
    holder: site,
    waits: 'staff',
    live: true,
  },
  warned: { staff: '已告知整改', public: '请整改', tone: 'warn', holder: self, waits: 'own', live: true },
  rejected: { staff: '不予入驻', public: '未获准入驻', tone: 'warn', ...over },
  declined: { staff: '未签协议', public: '逾期未签协议，视为放弃', tone: 'neutral', ...over },
  withdrawn: { staff: '已撤回', public: '已撤回', tone: 'neutral', ...over },
  expired: { staff: '逾期未补正', public: '逾期未补正，申报已失效', tone: 'neutral', ...over },
  graduated: { staff: '期满出园', public: '期满出园', tone: 'pass', ...over },
  left_early: { staff: '提前退出', public: '提前退出', tone: 'neutral', ...over },
  removed: { staff: '清退', public: '已清退', tone: 'warn', ...over },
};

/** The ends before which it was granted. */
export const granted: readonly string[] = ['graduated', 'left_early', 'removed'];
