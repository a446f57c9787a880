import { countedIn } from '@shared/benefits/kinds/subsidy';
import { type SubsidyItem, timesOf } from '@shared/benefits/kinds/subsidy/items';
import type { Answers } from '@shared/forms/question';
import { formatYuan } from '@shared/kernel/money';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { parameterOn } from '@shared/policies/parameters';
import { versionsOn } from '../policies/queries';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';

/**
 * What an item comes to today: the policy's figure by what is counted. In whole fen, with how it came about in words.
 * Throws Refused BENEFITS_NOT_OPEN where the policy has no figure: none is made up.
 */
export async function reckon(
  call: Call,
  item: SubsidyItem,
  answers: Answers,
): Promise<{ amountFen: number; howZh: string }> {
  const today = shanghaiDate(call.now);
  const [version] = await versionsOn(call.db, today, item.policy);
  const each = parameterOn(version?.definition?.parameters ?? [], 'amountFen', today)?.value;
  const times = timesOf(item, countedIn(answers));
  if (typeof each !== 'number' || times === null) throw new Refused('BENEFITS_NOT_OPEN');
  const { people, months, years } = countedIn(answers);
  const by = {
    once: '',
    person: ` × ${people} 人`,
    personMonth: ` × ${people} 人 × ${months} 个月`,
    year: ` × ${years} 年`,
  }[item.per];
  return { amountFen: each * times, howZh: `${formatYuan(each)} 元${by}` };
}
