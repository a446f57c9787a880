import { type Term, termWords } from '@shared/kernel/term-words';
import { View } from '@tarojs/components';
import { classes } from '../classes';
import { spoken } from '../spoken';

/** Number and unit of a term, and what stands over it. */
function parts({ workdaysLeft, workdaysOver }: Term): [over: string, number: number | string, unit: string] {
  if (workdaysOver === 0) return ['', '!', '已超期'];
  if (workdaysOver !== null) return ['已超', workdaysOver, '工作日'];
  return workdaysLeft === 0 ? ['', '今天', '到期'] : ['', workdaysLeft ?? '–', '工作日'];
}

/**
 * The working days of a row in a column of their own, so that they stand under each other; read out as a sentence. A dash where no clock
 * runs.
 */
export function DueColumn({ term }: { term: Term }) {
  const [over, number, unit] = parts(term);
  const words = termWords(term);
  return (
    <View
      className={classes('xh-due', term.workdaysOver !== null && 'xh-due-late')}
      {...spoken(words === null ? { hidden: true } : { role: 'img', label: words })}
    >
      {over}
      <View className={typeof number === 'number' ? 'xh-due-number' : 'xh-due-words'}>{number}</View>
      {words === null ? null : term.provisional ? `${unit}暂定` : unit}
    </View>
  );
}
