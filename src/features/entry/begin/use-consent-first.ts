import { fieldsOf } from '@shared/entry/fields';
import { personalConsent, personalConsentOf } from '@shared/entry/personal-consent';
import { consentFirst } from '@shared/forms/consent-text';
import { useState } from 'react';
import type { EntryView, SectionView } from '../entry-view';

/**
 * The consents as they stand since the last tap, and whether the part's numbers wait for one: nothing sealed is typed before its owner agreed.
 * @returns `closed` why the numbers may not be filled in yet, null when they may; `idOf` where a problem is shown
 */
export function useConsentFirst({ consents: known, isLeader }: EntryView, { section }: SectionView) {
  const [answered, setAnswered] = useState<EntryView['consents'] | null>(null);
  const consents = answered ?? known;
  const consent = section === 'leader' ? personalConsentOf(consents) : undefined;
  const waitsFor = consent?.givenAt === null ? consent : undefined;
  return {
    consents,
    setConsents: setAnswered,
    asked: consent !== undefined && isLeader,
    closed: waitsFor ? (isLeader ? consentFirst(waitsFor) : `负责人本人勾选“${waitsFor.zh}”后才能填写`) : null,
    idOf(problem: string): string {
      if (problem.startsWith('consent.')) return problem.replace('.', '-');
      const sealed = waitsFor && fieldsOf.leader.some(({ name, input }) => name === problem && input === 'sealed');
      if (!sealed) return `field-${problem}`;
      return isLeader ? `consent-${personalConsent}` : `closed-${problem}`;
    },
  };
}
