import { pastWinsZh } from '@shared/awards/past-wins';
import { differenceOf } from '@shared/screening/title-difference';
import { Text, View } from '@tarojs/components';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { go } from '../../../client/go';
import { Button } from '../../../ui/button';
import { Tag } from '../../../ui/tag';
import type { Tone } from '../../../ui/tone';
import { FoldingCard } from './folding-card';
import type { Review } from './marks/mark-keeper';

type Verdict = Review['eligibility'][number]['verdict'];

const words: Record<Verdict, { zh: string; tone: Tone }> = {
  pass: { zh: '符合', tone: 'pass' },
  fail: { zh: '不符合', tone: 'warn' },
  staff: { zh: '需人工核对', tone: 'info' },
};

/** The finding that a look through past winners answers (rules §2.2). */
const pastWinner = 'NOT_PAST_WINNER';

/** What the rules of taking part say of the entry; what only a person can judge is said to be so. */
export function EligibilityCard({ review: { entryId, title, eligibility } }: { review: Review }) {
  const asked = eligibility.some(({ code }) => code === pastWinner);
  const won = useAsk(['awards', 'pastWins', entryId], () => api.awards.pastWins({ entryId }), asked);
  const found = won.data === undefined ? null : pastWinsZh(won.data.wins);
  const findings = eligibility.map((finding) =>
    finding.code === pastWinner && found !== null ? { ...finding, reason: found } : finding,
  );
  const count = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const fails = count('fail');
  const open = count('staff');
  const sign = [fails > 0 && `${fails} 项不符合`, open > 0 && `${open} 项待核对`].filter((part) => part).join('，');
  return (
    <FoldingCard
      id="eligibility"
      title="参赛资格"
      openAtFirst={sign !== ''}
      signs={<Tag tone={fails > 0 ? 'warn' : open > 0 ? 'info' : 'pass'}>{sign === '' ? '均符合' : sign}</Tag>}
    >
      {findings.map(({ code, zh, verdict, reason, titles = [] }) => (
        <View key={code} id={`finding-${code}`} className="xh-file">
          <View className="xh-row-text">
            <View>{zh}</View>
            {reason === '' ? null : <View className="xh-row-detail">{reason}</View>}
            {titles.map((other) => (
              <View key={other.whereZh} className="xh-compared">
                <Compared nameZh="本项目" title={title} other={other.title} />
                <Compared nameZh={other.whereZh} title={other.title} other={title} />
              </View>
            ))}
          </View>
          <Tag tone={words[verdict].tone}>{words[verdict].zh}</Tag>
        </View>
      ))}
      <Button id="to-applicant" kind="text" onTap={() => go('staff/applicant', { entryId })}>
        看申请人的政策情况
      </Button>
    </FoldingCard>
  );
}

/** A title whose characters that the other has not stand out; a reader is told the whole title by the finding above. */
const Compared = ({ nameZh, title, other }: { nameZh: string; title: string; other: string }) => (
  <View className="xh-row-detail">
    {`${nameZh}：`}
    {differenceOf(title, other).map(({ text, differs }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
      <Text key={i} className={differs ? 'xh-differs' : ''}>
        {text}
      </Text>
    ))}
  </View>
);
