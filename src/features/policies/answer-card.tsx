import { View } from '@tarojs/components';
import { go } from '../../client/go';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/lists/list-row';
import { Tag } from '../../ui/tag';
import { type Answer, firstBenefit, toneOf } from './answers';
import './policies.scss';

/** A policy with how it stands for its reader, why, and what changed; a tap opens it with all its reasons. */
export function AnswerCard({ id, policy }: { id: string; policy: Answer }) {
  return (
    <Card>
      <View className="xh-answer-head">
        <Tag tone={toneOf[policy.stand]}>{policy.standZh}</Tag>
        <View className="xh-row-detail">{firstBenefit(policy)}</View>
      </View>
      <ListRow
        id={id}
        title={policy.titleZh}
        detail={
          <>
            <View>{policy.whyZh}</View>
            {policy.before ? (
              <View>
                <Tag tone="warn">有变化</Tag> {changeZh(policy.before)}
              </View>
            ) : null}
            {endZh(policy) === '' ? null : <View>{endZh(policy)}</View>}
            {policy.demonstration ? <Tag>演示</Tag> : null}
          </>
        }
        onTap={() => go('open/policy', { code: policy.code })}
      />
    </Card>
  );
}

const changeZh = ({ standZh, newVersion }: NonNullable<Answer['before']>): string =>
  newVersion ? `政策有新版本，上次看时是“${standZh}”` : `上次看时是“${standZh}”`;

const endZh = ({ effectiveTo, stand }: Answer): string =>
  effectiveTo === null || stand === 'over' ? '' : `有效期至 ${effectiveTo}`;
