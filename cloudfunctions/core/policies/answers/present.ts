import { type FactName, factOf } from '@shared/policies/facts';
import type { KnownFacts } from '@shared/policies/known';
import { answerOf, type PolicyAnswer } from '@shared/policies/policy';
import { type Stand, standOf, stands, standZh, whyOf } from '@shared/policies/standing';
import { askedOf, type Names } from '@shared/policies/words';
import type { Version } from './versions';

/** What somebody saw when they looked last. */
export type Seen = { version: number; stand: string };

const factZh = (fact: FactName): string => factOf(fact).zh;

function answer(version: Version, known: KnownFacts, today: string, who: string, names: Names): PolicyAnswer | null {
  const { definition, ...of } = version;
  return definition === null ? null : answerOf({ ...of, ...definition }, known, today, who, names);
}

/** Without a rule the days alone say how it stands. */
function standWithoutRule({ effectiveFrom, effectiveTo }: Version, today: string): Stand {
  if (effectiveTo !== null && effectiveTo < today) return 'over';
  return effectiveFrom !== null && today < effectiveFrom ? 'notYet' : 'text';
}

/**
 * A policy's answer to a person, as a page shows it.
 * @param who “您”, or “申请人” for staff
 * @param seen what they saw last; null: nothing yet, which is no change
 */
export function presentAnswer(
  version: Version,
  {
    known,
    today,
    who,
    names,
    seen,
  }: { known: KnownFacts; today: string; who: string; names: Names; seen: Seen | null },
) {
  const answered = answer(version, known, today, who, names);
  const stand = answered === null ? standWithoutRule(version, today) : standOf(answered);
  const changed = seen !== null && (seen.stand !== stand || seen.version !== version.version);
  return {
    code: version.code,
    version: version.version,
    titleZh: version.titleZh,
    summaryZh: version.summaryZh,
    docNo: version.docNo,
    confirmedZh: version.confirmedZh,
    demonstration: version.demonstration,
    effectiveFrom: version.effectiveFrom,
    effectiveTo: version.effectiveTo,
    stand,
    standZh: standZh[stand],
    whyZh: answered === null ? whyWithoutRule(stand) : whyOf(answered, factZh),
    before: changed
      ? { standZh: standZh[seen.stand as Stand] ?? '', newVersion: seen.version !== version.version }
      : null,
    missing: (answered?.missing ?? []).map((fact) => ({ fact, zh: factZh(fact), asked: askedOf(fact) })),
    lines: (answered?.lines ?? []).map(({ restsOnZh, ...line }) => ({ ...line, restsOnZh })),
    benefits: (answered?.benefits ?? []).map(({ code, zh, valueZh, docNo, confidence }) => ({
      code,
      zh,
      valueZh,
      docNo,
      demonstration: confidence === 'demonstration',
    })),
    /** Figures that the policy lacks on this day: ours to mend. */
    defects: [...(answered?.defects ?? [])],
  };
}

const whyWithoutRule = (stand: Stand): string =>
  stand === 'over'
    ? '政策已到期，请咨询本县（市、区）人社部门。'
    : stand === 'notYet'
      ? '政策还没有开始执行。'
      : '条件见正文，以经办机构审核为准。';

/** In the order in which a person reads them: what they have first. */
export const inOrder = <Of extends { stand: Stand; code: string }>(answers: readonly Of[]): Of[] =>
  [...answers].sort((a, b) => stands.indexOf(a.stand) - stands.indexOf(b.stand) || (a.code < b.code ? -1 : 1));
