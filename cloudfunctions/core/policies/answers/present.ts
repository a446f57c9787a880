import { type FactName, factOf } from '@shared/policies/facts';
import type { KnownFacts } from '@shared/policies/known';
import { answerOf, type PolicyAnswer, standingOn } from '@shared/policies/policy';
import { type Stand, standOf, stands, standZh, unansweredZh, whyOf } from '@shared/policies/standing';
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
const standWithoutRule = (version: Version, today: string): keyof typeof unansweredZh =>
  (({ expired: 'over', notYet: 'notYet', inForce: 'text' }) as const)[standingOn(version, today)];

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
  const unanswered = standWithoutRule(version, today);
  const stand = answered === null ? unanswered : standOf(answered);
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
    whyZh: answered === null ? unansweredZh[unanswered] : whyOf(answered, factZh),
    before: changed
      ? { standZh: standZh[seen.stand as Stand] ?? '', newVersion: seen.version !== version.version }
      : null,
    missing: (answered?.missing ?? []).map((fact) => ({ fact, zh: factZh(fact), asked: askedOf(fact) })),
    lines: [...(answered?.lines ?? [])],
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

/** In the order in which a person reads them: what they have first. */
export const inOrder = <Of extends { stand: Stand; code: string }>(answers: readonly Of[]): Of[] =>
  [...answers].sort((a, b) => stands.indexOf(a.stand) - stands.indexOf(b.stand) || (a.code < b.code ? -1 : 1));
