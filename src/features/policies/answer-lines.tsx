import { View } from '@tarojs/components';
import { Tag } from '../../ui/tag';
import type { Tone } from '../../ui/tone';
import type { Answer } from './answers';
import './policies.scss';

type Line = Answer['lines'][number];

const words = { pass: '符合', fail: '不符合', unknown: '还不清楚' } as const;
const tones: Readonly<Record<Line['verdict'], Tone>> = { pass: 'pass', fail: 'neutral', unknown: 'info' };

type Asked = Readonly<Record<NonNullable<Line['asked']>, string>>;

/** Who will say what is not known, to whom it concerns and to staff. */
const askedZh: Asked = {
  me: '可以在“我的情况”里补充',
  application: '申请时再填写，现在不用提供',
  staff: '由工作人员核对，现在不用提供',
  record: '以报名表和获奖名单为准',
};
const staffAskedZh: Asked = {
  me: '由申请人补充，或核对后登记',
  application: '申请时由申请人填写',
  staff: '由工作人员核对登记',
  record: '以报名表和获奖名单为准',
};

const knownZh = ({ valueZh, sourceZh }: Line): string => [valueZh, sourceZh].filter(Boolean).join('，');

interface Props {
  code: string;
  lines: readonly Line[];
  /** Whoever it is about, or staff. */
  reader?: 'own' | 'staff';
}

/** The conditions of a policy one by one, each with its value, where that comes from, and how it comes out. */
export function AnswerLines({ code, lines, reader = 'own' }: Props) {
  const asks = reader === 'own' ? askedZh : staffAskedZh;
  return (
    <>
      {lines.map((line, i) => {
        const key = `${code}-line-${i}`;
        const inner = line.depth > 1 ? 'xh-answer-inner' : '';
        if (line.kind !== 'leaf') {
          return (
            <View key={key} className={inner}>
              <View className="xh-answer-group">{line.zh}</View>
            </View>
          );
        }
        return (
          <View key={key} id={key} className={inner}>
            <View className="xh-answer-line">
              <View className="xh-answer-head">
                <View>{line.zh}</View>
                <Tag tone={line.resultZh === null || line.resultZh === words.pass ? tones[line.verdict] : 'neutral'}>
                  {line.resultZh ?? words[line.verdict]}
                </Tag>
              </View>
              <View className="xh-row-detail">
                {line.asked === null ? knownZh(line) : asks[line.asked]}
                {line.verdict === 'fail' && line.needZh !== null ? `；须${line.needZh}` : ''}
              </View>
              {line.basis === null ? null : (
                <View className="xh-row-detail">{[line.basis, line.restsOnZh].filter(Boolean).join('，')}</View>
              )}
            </View>
          </View>
        );
      })}
    </>
  );
}
