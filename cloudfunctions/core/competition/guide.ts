import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Blueprint, Guide as GuideWords } from '@shared/competition/blueprint';
import { competitionContract } from '@shared/competition/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { filesById } from '../files/upload-rows';
import type { Call } from '../rpc/call';
import { procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import {
  type Contest,
  cityPhases,
  contestById,
  contestsOf,
  currentEdition,
  editionById,
  type Phase,
  presentPhase,
} from './queries';

type Guide = InferContractRouterOutputs<typeof competitionContract>['guide'];

/** Of what a guide is made: of one that is only being written, so far as it is. */
type Written = Partial<Pick<Blueprint, 'guide' | 'awards' | 'fund'>> & Pick<Blueprint, 'organiser'>;

/** What people read before they enter. @param contest the one in whose name it is read; null: the city's */
export async function presentGuide(
  call: Call,
  editionZh: string,
  { guide: written, awards = [], fund, organiser }: Written,
  phases: readonly Phase[],
  contest: Contest | null,
): Promise<Guide> {
  return {
    now: toShanghai(call.now),
    contestId: contest?.contestId ?? null,
    regionZh: contest?.regionZh ?? null,
    editionZh,
    rulesZh: written?.rulesZh ?? '',
    faq: written?.faq ?? [],
    templates: await withFacts(call, written?.templates ?? []),
    awards,
    fund: fund ?? null,
    phases: phases.map((phase) => presentPhase(phase, call.now)),
    contact: contest?.contact ?? null,
    organiser,
  };
}

/** Templates with what their files are; one whose file is not there is handed to nobody. */
async function withFacts({ db }: Call, named: GuideWords['templates']): Promise<Guide['templates']> {
  if (named.length === 0) return [];
  const files = await filesById(
    db,
    named.map(({ uploadId }) => uploadId),
  );
  return named.flatMap(({ name, uploadId }) => {
    const file = files.get(uploadId);
    return file ? [{ name, uploadId, kind: file.kind ?? '', size: file.size ?? file.declared_size }] : [];
  });
}

/** The contest that is asked for, where one is. */
async function contestIfAsked(
  call: Call,
  { contestId }: { contestId?: string | null | undefined },
): Promise<{ contest: Contest | null } | null> {
  if (!contestId) return { contest: null };
  const found = await contestById(call.db, contestId);
  return found && { contest: found };
}

/** Of the current edition, or of a contest's own. */
export const guide = procedure(competitionContract.guide, contestIfAsked, async (call, _input, { contest }) => {
  const edition = contest ? await editionById(call.db, contest.editionId) : await currentEdition(call.db);
  if (!edition) throw new Refused('COMPETITION_NO_EDITION');
  const phases = contest?.phases ?? cityPhases(await contestsOf(call.db, edition.editionId));
  return presentGuide(call, edition.nameZh, edition.blueprint, phases, contest);
});
