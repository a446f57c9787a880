import { View } from '@tarojs/components';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';
import { type Opens, PersonalValue } from './personal-value';
import { memberRow, RowSign, type RowState, rowProps } from './row-state';

interface Props {
  entryId: string;
  members: Review['members'];
  opens: Opens;
  /** How each row stands, by the member's id. */
  row: (memberId: string) => RowState;
}

/** Who belongs to the team, and who of them has agreed to take part. */
export function ReviewMembers({ entryId, members, opens, row }: Props) {
  if (members.length === 0) return <View>没有其他团队成员</View>;
  return (
    <View>
      {members.map(({ memberId, name, roleZh, phoneMasked, consentedAt }) => (
        <View key={memberId} id={memberRow(memberId)} {...rowProps('xh-file', row(memberId))}>
          <View className="xh-row-text">
            <RowSign {...row(memberId)} />
            <View>
              {name}（{roleZh}）
            </View>
            <PersonalValue
              entryId={entryId}
              field={`member.${memberId}.phone`}
              label={`${name}的手机号`}
              masked={phoneMasked}
              opens={phoneMasked === '' ? 'no' : opens}
            />
          </View>
          <Tag tone={consentedAt === null ? 'warn' : 'pass'}>{consentedAt === null ? '未确认参赛' : '已确认参赛'}</Tag>
        </View>
      ))}
    </View>
  );
}
