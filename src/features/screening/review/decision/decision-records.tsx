import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { Card } from '../../../../ui/card';
import { Tag } from '../../../../ui/tag';
import type { Decision } from './standing-decision';

/** Every decision on an entry with who took and who signed it, also those that nobody outside the desk ever learnt of; the newest first. */
export function DecisionRecords({ decisions }: { decisions: readonly Decision[] }) {
  if (decisions.length === 0) return null;
  return (
    <Card id="decisions" title="决定记录">
      {[...decisions].reverse().map((decision) => (
        <View key={decision.decisionId} id={`decision-${decision.decisionId}`} className="xh-file">
          <View className="xh-row-text">
            <View>{decision.zh}</View>
            <View className="xh-row-detail">
              {[
                `${decision.byZh}于${momentZh(decision.decidedAt)} 决定`,
                decision.signedByZh === null ? null : `${decision.signedByZh}复核签字`,
                decision.state === 'made' || decision.reason === null ? null : `原因：${decision.reason}`,
              ]
                .filter(Boolean)
                .join('，')}
            </View>
          </View>
          <Tag tone={decision.tone}>{decision.stateZh}</Tag>
        </View>
      ))}
    </Card>
  );
}
