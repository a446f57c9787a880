import { countdownZh, leftZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { deadlineZh, untilZh } from '../../../client/day-words';
import { go } from '../../../client/go';
import { serverNow } from '../../../client/server-clock';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { spoken } from '../../../ui/spoken';
import type { EntryView } from '../entry-view';
import { closingOf, type Stage, useLeft } from './use-closing';

const nameOf = ({ state }: EntryView): string => (state === 'draft' ? '报名' : '补正');

/** Why nothing can be sent in any more, in one sentence; what the time that ran out was for. */
export const overWords = (entry: EntryView): string => {
  const closesAt = closingOf(entry);
  return closesAt === null ? '' : `${nameOf(entry)}${deadlineZh(closesAt, Number.POSITIVE_INFINITY)}`;
};

interface Props {
  entry: EntryView;
  stage: Stage;
  /** Asks for the entry as it stands now. */
  refresh: () => Promise<unknown>;
}

/**
 * Speaks of the closing on a page where an entry is filled in: nothing while it is far, the deadline in its last day, and what became
 * of it when it is over; then the page is asked for again, once. It has a place of its own, so that nothing beside it is drawn anew.
 */
export function ClosingBanner({ entry, stage, refresh }: Props) {
  const closesAt = closingOf(entry);
  const over = stage === 'over';
  const known = useRef(over);
  useEffect(() => {
    if (over && !known.current) void refresh();
    known.current = over;
  }, [over, refresh]);
  return (
    <View id="closing">
      {closesAt === null || stage === 'far' ? null : over ? (
        <Notice tone="warn" title={overWords(entry)}>
          {entry.state === 'draft'
            ? '这个项目没有提交。已填的内容还在，可以查看，不能再修改和提交。'
            : '没有重新提交，本次报名失效。已填的内容可以查看，不能再修改和提交。'}
          {entry.state === 'draft' && entry.isLeader ? (
            <Button id="late" kind="text" onTap={() => go('entry/late', { entryId: entry.entryId })}>
              使用补报码
            </Button>
          ) : null}
        </Notice>
      ) : (
        <Notice tone="warn" title={`${nameOf(entry)}${untilZh(closesAt)} 截止`}>
          <LastDay closesAt={closesAt} />
        </Notice>
      )}
    </View>
  );
}

const LastDay = ({ closesAt }: { closesAt: string }) => {
  const left = useLeft(closesAt);
  return <View {...spoken({ live: 'off' })}>{`${left > 0 ? leftZh(left) : '时间已到'}，过时不能提交。`}</View>;
};

/** The last ten minutes, second by second, in thumb's reach; each whole minute is read aloud, the seconds are not. */
export function Countdown({ entry, stage }: Pick<Props, 'entry' | 'stage'>) {
  const closesAt = closingOf(entry);
  return (
    <View>
      {closesAt !== null && stage === 'minutes' ? <Seconds name={nameOf(entry)} closesAt={closesAt} /> : null}
    </View>
  );
}

function Seconds({ name, closesAt }: { name: string; closesAt: string }) {
  const left = Math.max(0, useLeft(closesAt));
  return (
    <View className="xh-countdown">
      <View {...spoken({ hidden: true })}>{`距${name}截止 ${countdownZh(left)}`}</View>
      <View className="xh-unseen" {...spoken({ role: 'status' })}>
        {`距${name}截止${leftZh(Math.max(1, Math.floor(left / 60_000) * 60_000))}`}
      </View>
    </View>
  );
}

/** The deadline of a draft with what is left of it, as a row's value. */
export const Deadline = ({ at }: { at: string }) => {
  useLeft(at);
  return <>{deadlineZh(at, serverNow())}</>;
};
