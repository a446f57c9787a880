import type { EntryState } from '@shared/entry/states';
import { shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { regions } from '../platform/city/regions';
import { type EditionRow, rows2025 } from './edition-2025';
import { currentEdition } from './editions';
import { personaId } from './personas';
import { type Played, playApproval, playDraft, playMove, playRejection, playReturn } from './play-entry';
import type { Player } from './player';
import { expire } from './seed-2025';
import { syntheticName, syntheticPhone, syntheticTitle } from './synthetic';

const dayMs = 86_400_000;

/** What can be met in the current edition, and how many days ago its leader began. */
const daysAgo = {
  draft: 2,
  submitted: 3,
  under_review: 5,
  returned: 4,
  resubmitted: 6,
  transferred: 5,
  qualified: 9,
  rejected: 8,
  withdrawn: 7,
  expired: 18,
} satisfies Partial<Record<EntryState, number>>;
type Kind = keyof typeof daysAgo;
const kinds = Object.keys(daysAgo) as Kind[];

/** Where besides 蒲县, and how many of which state: enough that every region's staff meets something. */
const elsewhere: ReadonlyArray<readonly [regionId: string, wanted: Partial<Record<Kind, number>>]> = [
  ['141002', { submitted: 2, under_review: 1, returned: 1, qualified: 1 }],
  ['LFEDZ', { submitted: 1, under_review: 1, qualified: 1 }],
  ['141022', { submitted: 1, qualified: 1 }],
  ['141023', { submitted: 1, draft: 1 }],
  ['141081', { submitted: 1 }],
];
const listed = (wanted: Partial<Record<Kind, number>>): Kind[] =>
  kinds.filter((kind) => kind in wanted).flatMap((kind) => Array.from({ length: wanted[kind] ?? 0 }, () => kind));

/**
 * The current edition as it might stand on the seeding day: in 蒲县 three entries in every state that can be reached now (one of
 * them overdue, one led by the persona who has to correct it), and some elsewhere.
 */
export async function seed2026(player: Player, clerkOf: ReadonlyMap<string, string>, now: number): Promise<void> {
  const played: string[] = [];
  let n = 400;
  for (const kind of kinds) {
    for (let i = 0; i < 3; i += 1) {
      const leads = kind === 'returned' && i === 0;
      played.push(
        await playKind(player, clerkOf, {
          kind,
          i,
          n,
          regionId: '141033',
          now,
          ...(leads && { leaderId: personaId('entrant-returned') }),
        }),
      );
      n += 1;
    }
  }
  for (const [regionId, wanted] of elsewhere) {
    for (const [i, kind] of listed(wanted).entries()) {
      played.push(await playKind(player, clerkOf, { kind, i, n, regionId, now }));
      n += 1;
    }
  }
  await player.home.db.updateTable('entry').set({ synthetic: true }).where('id', 'in', played).execute();
}

type Wanted = { kind: Kind; i: number; n: number; regionId: string; now: number; leaderId?: string };

async function playKind(player: Player, clerkOf: ReadonlyMap<string, string>, wanted: Wanted): Promise<string> {
  const { kind, i, n, now } = wanted;
  // A transferred entry began where it did not belong.
  const regionId = kind === 'transferred' ? '141002' : wanted.regionId;
  const row = rows2025.find((r) => r.regionId === regionId) as EditionRow;
  const trackCode = kind === 'transferred' ? 'rural_revitalisation' : (row.tracks[i % row.tracks.length]?.[0] ?? '');
  const regionZh = regions.find((r) => r.id === regionId)?.nameZh ?? '';
  const clerkId = clerkOf.get(wanted.regionId) ?? '';
  // The third of the submitted ones has waited past its clock: overdue, and still nobody's silence approves it.
  const began = kind === 'submitted' && i === 2 ? 15 : daysAgo[kind];
  const begins = startOfDay(shanghaiDate(now)) - began * dayMs + (9 + i) * 3_600_000;
  const later = (days: number) => begins + days * dayMs;

  const played = await playDraft(player, {
    n,
    editionId: currentEdition,
    regionId,
    regionZh,
    trackCode,
    groupCode: i === 1 ? 'start_up' : 'idea_team',
    title: syntheticTitle(trackCode, n),
    direct: 3 + i,
    indirect: 8 + i,
    begins,
    cutoffDate: `${shanghaiDate(now).slice(0, 7)}-01`,
    ...(wanted.leaderId && { leaderId: wanted.leaderId }),
  });
  if (wanted.leaderId) await playMember(player, played, n);
  if (kind === 'draft') return played.entryId;
  await playMove(player, played.leaderId, 'entry/submit', played);
  player.setTime(later(1));
  switch (kind) {
    case 'submitted':
      break;
    case 'under_review':
      // Of one of them the rejection waits for its second signature.
      if (i === 2 && regionId === '141033') await playRejection(player, clerkId, regionId, played, false);
      else await playMove(player, clerkId, 'screening/claim', played);
      break;
    case 'returned':
      await playReturn(player, clerkId, played);
      break;
    case 'resubmitted':
      await playReturn(player, clerkId, played);
      player.setTime(later(2));
      await correct(player, played, n);
      await playMove(player, played.leaderId, 'entry/resubmit', played);
      break;
    case 'transferred': {
      const sender = clerkOf.get('141002') ?? '';
      await playMove(player, sender, 'screening/claim', played);
      await playMove(player, sender, 'screening/transfer', played, {
        toContestId: `${currentEdition}-141033`,
        trackCode,
        reason: '实际经营地在蒲县',
      });
      break;
    }
    case 'qualified':
      await playApproval(player, clerkId, played);
      break;
    case 'rejected':
      await playRejection(player, clerkId, wanted.regionId, played);
      break;
    case 'withdrawn':
      await playMove(player, played.leaderId, 'entry/withdraw', played, { reason: '今年先不参加' });
      break;
    case 'expired':
      await playReturn(player, clerkId, played);
      await expire(player, [played.entryId], later(12));
      break;
  }
  return played.entryId;
}

/** The persona “团队成员” joins the returned persona's team, with a right to edit. */
async function playMember(player: Player, played: Played, n: number): Promise<void> {
  const { token } = await player.ask<{ token: string }>(played.leaderId, 'entry/inviteMember', {
    entryId: played.entryId,
    access: 'edit',
  });
  const memberId = personaId('member');
  await player.ask(memberId, 'entry/joinTeam', {
    token,
    name: syntheticName(n + 500),
    roleZh: '技术负责',
    phone: syntheticPhone(n + 500),
    sensitive: true,
  });
  await player.ask(memberId, 'entry/consentAsMember', { entryId: played.entryId, agreed: true });
}

async function correct(player: Player, played: Played, n: number): Promise<void> {
  type View = { version: number; sections: Array<{ section: string; version: number; data: Record<string, unknown> }> };
  const entry = await player.ask<View>(played.leaderId, 'entry/get', { entryId: played.entryId });
  const project = entry.sections.find((s) => s.section === 'project');
  if (!project) throw new Error('a form without a project section');
  await player.ask(played.leaderId, 'entry/saveSection', {
    entryId: played.entryId,
    section: 'project',
    version: project.version,
    data: {
      ...project.data,
      description: `${String(project.data.description)}补充说明：客户为本县 ${20 + (n % 30)} 家合作社，去年试运行。`,
    },
  });
}
