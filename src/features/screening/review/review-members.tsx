import { View } from '@tarojs/components';
import { Tag } from '../../../ui/tag';
import type { Review } from './marks/mark-keeper';
import { type Opens, PersonalValue } from './personal-value';

interface Props {
  entryId: string;
  members: Review['members'];
  opens: Opens;
}

/** Who belongs to the team, and who of them has agreed to take part. */
export function ReviewMembers({ entryId, members, opens }: Props) {
  if (members.length === 0) return <View>没有其他团队成员</View>;
  return (
    <View>
      {members.map(({ memberId, name, roleZh, phoneMasked, consentedAt }) => (
        <View key={memberId} id={`member-${memberId}`} className="xh-file">
          <View className="xh-row-text">
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
