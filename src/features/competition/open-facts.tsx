import { cutoffWords } from '@shared/competition/cutoff-words';
import { renewalZh } from '@shared/competition/renewal-words';
import { View } from '@tarojs/components';
import type { api } from '../../client/api';
import { Card } from '../../ui/card';
import { ListRow } from '../../ui/lists/list-row';

type Contest = Awaited<ReturnType<typeof api.competition.contest>>;

/** What an entry may be about. */
export const Tracks = ({ tracks }: Pick<Contest, 'tracks'>) => (
  <Card title="赛道">
    {tracks.map((track) => (
      <ListRow
        key={track.code}
        id={`track-${track.code}`}
        title={track.zh}
        aside={track.kind === 'common' ? '通用赛道' : '特色赛道'}
      />
    ))}
  </Card>
);

/** As what one may enter. */
export const Groups = ({ groups, cutoffDate }: Pick<Contest, 'groups'> & { cutoffDate: string }) => (
  <Card title="组别">
    <View className="xh-row-detail">{cutoffWords(cutoffDate)}</View>
    {groups.map((group) => (
      <ListRow
        key={group.code}
        id={`group-${group.code}`}
        title={group.zh}
        detail={`${group.hintZh}；团队 ${group.teamMin} 至 ${group.teamMax} 人`}
      />
    ))}
  </Card>
);

const needZh = {
  always: '必传',
  registered: '已注册的必传',
  claimsIp: '有专利、商标或著作权的必传',
  claimsInsuredJobs: '有缴社保员工的必传',
  otherPaper: '不用居民身份证的必传',
  never: '可不传',
} as const;

/** What is to be prepared. */
export const Materials = ({ slots }: Pick<Contest, 'slots'>) => (
  <Card title="准备材料">
    {slots.map((slot) => (
      <ListRow
        key={slot.code}
        id={`slot-${slot.code}`}
        title={slot.zh}
        detail={[slot.hintZh, renewalZh(slot)].filter(Boolean).join('；')}
        aside={needZh[slot.neededWhen]}
      />
    ))}
  </Card>
);
