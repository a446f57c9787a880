import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { policiesAccess } from '@shared/policies/access';
import { policiesContract } from '@shared/policies/contract';
import { policyDraftLifecycle } from '@shared/policies/drafts/lifecycle';
import { differencesOf, outlineOf } from '@shared/policies/drafts/outline';
import { draftParts, draftPartZh } from '@shared/policies/drafts/parts';
import { confidenceZh } from '@shared/policies/parameters';
import { reachZh } from '@shared/policies/reach';
import { sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import type { Call } from '../../rpc/call';
import { type Load, noSubject, procedure } from '../../rpc/procedure';
import { namesIn, readFactNames } from '../facts/fact-names';
import { countReached } from '../push/whom';
import { lackedToday } from './defects';
import { type DraftRow, draftOf, drafts } from './draft-rows';
import { judgeDraft } from './judge-draft';
import { untakenShipped } from './start-draft';
import { contentOf, presentCard, rulingOf, type VersionRow, versions, versionsOfCode } from './version-rows';

const most = 200;

const writesPolicies = (call: Call): boolean => policiesAccess.decide('startDraft', call.actor, undefined).ok;

const presentDraft = ({ policyDraftId, code, title, state, changedAt }: DraftRow) => {
  const { stateZh, tone } = standingOf(policyDraftLifecycle, state, 'staff');
  return {
    policyDraftId,
    code,
    titleZh: title || '没有名称的政策',
    state,
    stateZh,
    tone,
    changedAt: toShanghai(changedAt),
  };
};

/** The library as the city works on it: what is in force, what comes, what ended, what is written, and what comes with the product. */
export const library = procedure(policiesContract.library, noSubject, async (call) => {
  const today = shanghaiDate(call.now);
  const [found, live, shipped] = await Promise.all([
    versions(sql`true order by v.title_zh, v.code, v.version desc limit ${most}`).execute(call.db),
    drafts(sql`d.waits is not null order by d.id desc limit ${most}`).execute(call.db),
    untakenShipped(call),
  ]);
  const cards = found.rows.map((row) => presentCard(row, today, call.home.mode));
  const goesOn = new Set(cards.filter(({ standing }) => standing !== 'expired').map(({ code }) => code));
  const isShown = (card: (typeof cards)[number], i: number) =>
    card.standing !== 'expired' || (!goesOn.has(card.code) && cards.findIndex(({ code }) => code === card.code) === i);
  return {
    writes: writesPolicies(call),
    versions: cards.filter(isShown),
    drafts: live.rows.map(presentDraft),
    shipped: shipped.map(({ code, titleZh, docNo, parameters, demonstration, confirmedZh }) => ({
      code,
      titleZh,
      docNo,
      confidenceZh: confidenceZh[parameters[0]?.confidence ?? (demonstration ? 'demonstration' : 'source')],
      sourceZh: confirmedZh,
    })),
  };
});

/** A policy's versions, the newest first. A change locks nothing: versions are not written again. */
export const policyVersions: Load<{ code: string }, { rows: VersionRow[] }> = async (call, { code }) => {
  const rows = await versionsOfCode(call.db, code);
  return rows.length === 0 ? null : { rows };
};

export async function presentHistory(call: Call, code: string, rows: readonly VersionRow[]) {
  const today = shanghaiDate(call.now);
  const [names, live, defects] = await Promise.all([
    readFactNames(call.db),
    drafts(sql`d.code = ${code} and d.waits is not null`).execute(call.db),
    lackedToday(call.db, today, code),
  ]);
  const [draft] = live.rows;
  const outline = (row: VersionRow) => outlineOf(contentOf(row), namesIn(names));
  return {
    writes: writesPolicies(call),
    code,
    titleZh: rows[0]?.titleZh ?? '',
    versions: rows.map((row, i) => {
      const before = rows[i + 1];
      const card = presentCard(row, today, call.home.mode);
      const { confirmedDocNo, confirmedAt, confirmedByZh, publishedAt, publishedByZh } = row;
      return {
        ...card,
        publishedAt: publishedAt === null ? null : toShanghai(publishedAt),
        publishedByZh,
        confirmed:
          confirmedDocNo === null || confirmedAt === null
            ? null
            : { docNo: confirmedDocNo, at: toShanghai(confirmedAt), byZh: confirmedByZh ?? '' },
        confirmable: card.mark === 'demonstration' && card.standing !== 'expired',
        differences: before === undefined ? [] : differencesOf(outline(before), outline(row)),
      };
    }),
    draft: draft ? { policyDraftId: draft.policyDraftId, stateZh: presentDraft(draft).stateZh } : null,
    defects: defects.map(({ parameter }) => parameter),
  };
}

export const history = procedure(policiesContract.history, policyVersions, (call, { code }, { rows }) =>
  presentHistory(call, code, rows),
);

/** A draft as a list of parts, with all that is missing and, once it is proposed, what whoever publishes has to know. */
export const draft = procedure(policiesContract.draft, draftOf, async (call, _input, one) => {
  const [{ typed, problems, obstacles, before }, moves, names] = await Promise.all([
    judgeDraft(call, one),
    readMoves(call.db, one.policyDraftId),
    readFactNames(call.db),
  ]);
  const over = policyDraftLifecycle.states[one.state].final === true;
  const outline = (content: Parameters<typeof outlineOf>[0]) => outlineOf(content, namesIn(names));
  return {
    policyDraftId: one.policyDraftId,
    code: one.code,
    titleZh: presentDraft(one).titleZh,
    ...standingOf(policyDraftLifecycle, one.state, 'staff'),
    version: one.version,
    madeByZh: one.madeByZh,
    proposedByZh: one.proposedByZh,
    amends: before === null || over ? null : { version: before.version, titleZh: before.titleZh },
    secondNeeded: one.secondNeeded,
    parts: draftParts.map((part) => ({ part, ...draftPartZh[part], wrong: Object.keys(problems[part]).length })),
    obstacles: over ? [] : obstacles,
    differences: before === null || over ? [] : differencesOf(outline(contentOf(before)), outline(typed.content)),
    moves: policyDraftLifecycle.movesFor(one, call.actor, call.now),
    timeline: tellMoves(policyDraftLifecycle, moves, 'staff', () => ''),
  };
});

/** In one statement and in numbers; while something is missing nobody can say. */
export const draftReach = procedure(policiesContract.draftReach, draftOf, async (call, _input, one) => {
  const { typed, obstacles, ended } = await judgeDraft(call, one);
  if (obstacles.length > 0) return { zh: '内容填全后才能算出影响多少人' };
  const { definition, effectiveFrom, effectiveTo } = typed.content;
  const ruling = { ...definition, effectiveFrom, effectiveTo };
  const reach = await countReached(call.db, ruling, ended === null ? null : rulingOf(ended), shanghaiDate(call.now));
  return { zh: `按 ${shanghaiDate(call.now)} 的资料，发布后${reachZh(reach)}` };
});
