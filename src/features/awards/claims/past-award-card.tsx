import { View } from '@tarojs/components';
import type { api } from '../../../client/api';
import { untilZh } from '../../../client/day-words';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Tag } from '../../../ui/tag';

export type PastAward = Awaited<ReturnType<typeof api.awards.pastAwards>>['items'][number];

interface Props {
  award: PastAward;
  onCode: (award: PastAward) => unknown;
  onVoid: (award: PastAward) => unknown;
  onClaim: (claimId: string) => unknown;
  /** What its winner can get. */
  onPolicies: (entryId: string) => unknown;
}

/** An award of an edition that is over: whose it is, or how far its winner is from having it. */
export function PastAwardCard({ award, onCode, onVoid, onClaim, onPolicies }: Props) {
  const { awardId, entryId, title, year, regionZh, awardZh, claim, codeUntil, codeable } = award;
  return (
    <Card
      id={`award-${awardId}`}
      title={title}
      aside={
        claim ? (
          <Tag tone={claim.tone}>{claim.stateZh}</Tag>
        ) : (
          <Tag tone="neutral">{codeUntil === null ? '没有人认领' : '已发认领码'}</Tag>
        )
      }
    >
      <View className="xh-row-detail">{`${year}年${awardZh}，${regionZh}`}</View>
      {claim ? <View className="xh-row-detail">{`认领人：${claim.nameMasked}`}</View> : null}
      {codeUntil === null ? null : <View className="xh-row-detail">{`认领码最迟${untilZh(codeUntil)}`}</View>}
      {claim ? (
        <Button
          id={`claim-${awardId}`}
          kind="secondary"
          label={`${claim.state === 'asked' ? '核对认领' : '查看认领'}，${title}`}
          onTap={() => onClaim(claim.claimId)}
        >
          {claim.state === 'asked' ? '核对认领' : '查看认领'}
        </Button>
      ) : null}
      {claim?.state === 'accepted' ? (
        <Button id={`policies-${awardId}`} kind="text" label={`看政策情况，${title}`} onTap={() => onPolicies(entryId)}>
          看政策情况
        </Button>
      ) : null}
      {codeable ? (
        <Button
          id={`code-${awardId}`}
          kind="secondary"
          label={`${codeUntil === null ? '发认领码' : '重发认领码'}，${title}`}
          onTap={() => onCode(award)}
        >
          {codeUntil === null ? '发认领码' : '重发认领码'}
        </Button>
      ) : null}
      {codeable && codeUntil !== null ? (
        <Button id={`void-${awardId}`} kind="text" label={`作废认领码，${title}`} onTap={() => onVoid(award)}>
          作废认领码
        </Button>
      ) : null}
    </Card>
  );
}
