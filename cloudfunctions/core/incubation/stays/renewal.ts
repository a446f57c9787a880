import { renewalOf } from '@shared/incubation/tenure';
import type { PlaceTerms } from '@shared/incubation/terms';
import { addDays, formatDateZh, startOfDay } from '@shared/kernel/shanghai';

/** Why a renewal cannot be asked for; null: it can. `end` exclusive. */
export function renewalClosedZh(end: string, had: number, terms: PlaceTerms, today: string): string | null {
  if (renewalOf(end, had, terms) === null) return `所有基地合计最长 ${terms.maxMonths} 个月，已经用完`;
  const opens = addDays(end, -terms.renewalDays);
  return today < opens
    ? `到期前 ${terms.renewalDays} 天，${formatDateZh(opens, startOfDay(today))}起可以申请续期`
    : null;
}
