import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button';
import { classes } from '../../../../ui/classes';
import { Icon } from '../../../../ui/icons/icon';
import { pressable, spoken } from '../../../../ui/spoken';
import { verdictZh } from '../marks/verdicts';
import { DeskQueue } from './desk-queue';
import type { Neighbours } from './use-neighbours';
import type { Parts } from './use-parts';

export type DeskTab = 'form' | 'checks' | 'story';

interface Props {
  parts: Parts;
  tab: DeskTab;
  onTab: (tab: DeskTab) => void;
  /** How many records stand under checks and notes. */
  records: number;
  neighbours: Neighbours;
}

/** The left rail: every part with its mark, the other matters with their counts, and the queue with the one in front lit. */
export function DeskRail({ parts, tab, onTab, records, neighbours }: Props) {
  const goTo = (section: Parts['parts'][number]['section']) => {
    onTab('form');
    parts.goTo(section);
  };
  return (
    <View id="desk-rail" className="xh-desk-rail" {...spoken({ role: 'navigation', label: '审核内容' })}>
      <RailRow
        id="rail-form"
        zh="逐项审核"
        lit={tab === 'form' && parts.current === null}
        aside={`${parts.read}/${parts.parts.length}`}
        onTap={() => {
          onTab('form');
          parts.leave();
        }}
      />
      {parts.parts.map(({ section, zh, verdict, read, rows }) => (
        <RailRow
          key={section}
          id={`rail-${section}`}
          zh={zh}
          lit={tab === 'form' && parts.current?.section === section}
          aside={
            verdict === 'unread' ? (
              read > 0 ? (
                `${read}/${rows.length}`
              ) : (
                verdictZh(verdict)
              )
            ) : (
              <Verdict verdict={verdict} />
            )
          }
          onTap={() => goTo(section)}
        />
      ))}
      {parts.current !== null && parts.rest > 0 ? (
        <Button id="rest-ok" kind="secondary" onTap={parts.judgeRest}>
          {`余下 ${parts.rest} 项都无误`}
        </Button>
      ) : null}
      <View className="xh-desk-rule" />
      <RailRow
        id="rail-checks"
        zh="核查与备注"
        lit={tab === 'checks'}
        aside={records === 0 ? '' : String(records)}
        onTap={() => onTab('checks')}
      />
      <RailRow id="rail-story" zh="办理过程" lit={tab === 'story'} aside="" onTap={() => onTab('story')} />
      <DeskQueue neighbours={neighbours} />
    </View>
  );
}

/** By a sign and a word: colour alone says nothing. */
function Verdict({ verdict }: { verdict: 'ok' | 'fault' }) {
  return (
    <View className={classes('xh-desk-verdict', verdict === 'fault' && 'xh-desk-fault')}>
      <Icon name={verdict === 'ok' ? 'circle-check' : 'circle-alert'} />
      <View>{verdict === 'ok' ? '无误' : '有误'}</View>
    </View>
  );
}

interface RowProps {
  id: string;
  zh: string;
  lit: boolean;
  aside: ReactNode;
  onTap: () => unknown;
}

function RailRow({ id, zh, lit, aside, onTap }: RowProps) {
  return (
    <View
      id={id}
      className={classes('xh-desk-row', 'xh-press', lit && 'xh-desk-lit')}
      onClick={onTap}
      {...pressable(onTap)}
      {...spoken({ role: 'button', label: lit ? `${zh}，当前` : undefined })}
    >
      <View>{zh}</View>
      <View className="xh-desk-aside">{aside}</View>
    </View>
  );
}
