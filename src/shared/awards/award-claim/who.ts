import { localStaff, reader } from '../../entry/who';
import { type Actor, type Caller, hasRole } from '../../kernel/actor';
import { allOf, anyOf, cityOnly, holds, holdsAnywhere, not, rule } from '../../kernel/define-access';
import type { AwardClaimSubject } from './states';

/** Who may do what with an award that somebody claims: lifecycles and access table name these. */

/** An award as its codes are made for it. */
export type PlacedAward = { regionId: string };

const claimant = rule<{ personId: string }>('认领人', (actor, { personId }) => actor.personId === personId, {
  code: 'AWARDS_CLAIM_NOT_YOURS',
  reason: '没有找到这份认领，请返回“我的”',
  hidden: true,
});

const notOwn = not<{ personId: string }>(claimant, '不是认领人', {
  code: 'AWARDS_CLAIM_OWN',
  reason: '这是您自己的认领，请交其他审核人员办理',
});

/** May this person make codes for awards of a region, and confirm who claims them? */
export const mayPlace = (maker: Actor, { regionId }: PlacedAward): boolean =>
  hasRole(maker, 'regionStaff', regionId) || hasRole(maker, 'regionLead', regionId);

/** The region's staff make codes for its awards, and take them back. */
export const placesAward = localStaff;

/** Whoever serves some region looks at the list of awards, and sees what their own rights show. */
export const looksAtAwards = anyOf(
  holdsAnywhere('regionStaff'),
  holdsAnywhere('regionLead'),
  cityOnly,
  holdsAnywhere('auditor'),
);

/** The region's staff compare who claims with their paper record. */
export const confirmsClaim = allOf(localStaff, notOwn);

/** A claim that was confirmed is taken back by the region's lead. */
export const revokesClaim = allOf(holds('regionLead', { hidden: true }), notOwn);

/** Its claimant takes it back. */
export const withdrawsClaim = claimant;

/** Who serves the region or the city; its claimant reads theirs among their own. */
export const readsClaim = reader;

export const isClaimant = (caller: Caller, claim: AwardClaimSubject): boolean => claimant.decide(caller, claim).ok;

export const servesClaim = (caller: Caller, claim: AwardClaimSubject): boolean => reader.decide(caller, claim).ok;
