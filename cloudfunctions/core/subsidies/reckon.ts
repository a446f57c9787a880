import { countedIn } from '@shared/benefits/kinds/subsidy';
import { amountOf, type SubsidyItem } from '@shared/benefits/kinds/subsidy/items';
import type { Answers } from '@shared/forms/question';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { versionsOn } from '../policies/queries';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';

/**
 * What an item comes to today, by the policy in force. In whole fen, with how it came about in words.
 * Throws Refused BENEFITS_NOT_OPEN where the policy has no figure: none is made up.
 */
export async function reckon(
  call: Call,
  item: SubsidyItem,
  answers: Answers,
): Promise<{ amountFen: number; howZh: string }> {
  const today = shanghaiDate(call.now);
  const [version] = await versionsOn(call.db, today, item.policy);
  const amount = amountOf(item, countedIn(answers), version?.definition?.parameters ?? [], today);
  if (amount === null) throw new Refused('BENEFITS_NOT_OPEN');
  return amount;
}
