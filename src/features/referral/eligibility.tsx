import { ListRow } from '../../ui/lists/list-row';
import { Tag } from '../../ui/tag';
import type { ReferralView } from './referral-view';

export const verdicts = { pass: '符合', fail: '不符合', unknown: '待核对', asked: '待答复' } as const;
export const verdictTones = { pass: 'pass', fail: 'warn', unknown: 'info', asked: 'info' } as const;

/** How each condition of the policy comes out. */
export const Reasons = ({ id, eligibility }: { id: string; eligibility: NonNullable<ReferralView['eligibility']> }) => (
  <>
    {eligibility.reasons.map(({ zh, verdict }) => (
      <ListRow
        key={zh}
        id={`${id}-${zh}`}
        title={zh}
        aside={<Tag tone={verdictTones[verdict]}>{verdicts[verdict]}</Tag>}
      />
    ))}
  </>
);
