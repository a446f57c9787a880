import type { Verdict } from '@shared/screening/marks';
import { View } from '@tarojs/components';
import { classes } from '../../../ui/classes';
import { Tag } from '../../../ui/tag';
import type { Review, ReviewSection } from './marks/mark-keeper';

/** How a row of the form stands: what it was found, and whether it is in question now. */
export type RowState = { verdict: Verdict; current: boolean };

/** One row of one part; a part without rows is in question as a whole. */
export type Place = { section: ReviewSection['section']; field: string | null };

/** The element that shows a row: a member and a slot of files have one of their own. */
export function rowId({ members, materials }: Review, section: Place['section'], field: string): string {
  if (section === 'team' && members.some(({ memberId }) => memberId === field)) return memberRow(field);
  if (section === 'materials' && materials.some(({ slot }) => slot === field)) return filesRow(field);
  return lineRow(section, field);
}

export const lineRow = (section: string, field: string) => `line-${section}-${field}`;
export const memberRow = (memberId: string) => `member-${memberId}`;
export const filesRow = (slot: string) => `files-${slot}`;

/** What makes an element a row: the one in question is lit, and can be given the focus. */
export const rowProps = (row: string, { current }: RowState) => ({
  className: classes(row, current && 'xh-row-current'),
  ...(current && { tabindex: '-1' }),
});

/** What a row was found, in a word. */
export const RowSign = ({ verdict }: RowState) =>
  verdict === 'unread' ? null : (
    <View className="xh-row-sign">
      <Tag tone={verdict === 'ok' ? 'pass' : 'warn'}>{verdict === 'ok' ? '无误' : '有误'}</Tag>
    </View>
  );
