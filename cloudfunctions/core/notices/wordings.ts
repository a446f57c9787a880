import { type AnyNotice, noticeWords } from '@shared/kernel/define-notice';
import { toShanghai } from '@shared/kernel/shanghai';
import { areaRank, areaZh } from '@shared/notices/area-words';
import { noticesContract } from '@shared/notices/contract';
import { placeholdersOf, templateOf } from '@shared/telling/placeholders';
import { type Wording, wordingProblems } from '@shared/telling/wording';
import type { AnyArea } from '../line/area';
import { audit } from '../platform/audit/audit';
import { type Call, me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { addWording, standingWordings, wordingVersions } from '../telling/wordings';

/** The procedures of what notices say. @param areas whose notices there are */
export function makeWordings(areas: readonly AnyArea[]) {
  const notices = areas.flatMap(({ name, notices = [] }) => notices.map((notice) => ({ area: name, notice })));

  const wordings = procedure(noticesContract.wordings, noSubject, async (call) => {
    const own = await standingWordings(
      call.db,
      notices.map(({ notice }) => notice.notice),
    );
    const items = notices.map(({ area, notice }) => {
      const told = noticeWords(notice, notice.sample, call.now);
      const { title, body } = own.get(notice.notice) ?? templateOf(notice);
      return { area, notice: notice.notice, title, body, sample: told?.title ?? title, own: own.has(notice.notice) };
    });
    const names = [...new Set(items.map(({ area }) => area))].sort((a, b) => areaRank(a) - areaRank(b));
    return {
      areas: names.map((area) => ({
        zh: areaZh(area),
        items: items.flatMap(({ area: of, ...item }) => (of === area ? [item] : [])),
      })),
    };
  });

  const noticeOf = async (_call: Call, { notice }: { notice: string }): Promise<AnyNotice | null> =>
    notices.find((one) => one.notice.notice === notice)?.notice ?? null;

  async function view({ db }: Call, notice: AnyNotice) {
    const versions = await wordingVersions(db, notice.notice);
    const codes = templateOf(notice);
    const standing = versions[0]?.wording ?? null;
    return {
      notice: notice.notice,
      version: versions[0]?.version ?? 0,
      own: standing !== null,
      ...(standing ?? codes),
      codes,
      placeholders: placeholdersOf(notice),
      versions: versions.map(({ version, wording, why, by, at }) => ({
        version,
        wording,
        why,
        by,
        at: toShanghai(at),
      })),
    };
  }

  async function keep(
    call: Call,
    notice: AnyNotice,
    { version, wording, why }: { version: number; wording: Wording | null; why: string },
  ) {
    const { notice: name } = notice;
    const kept = { notice: name, seen: version, wording, why, by: me(call), now: call.now };
    if (!(await addWording(call.db, kept))) throw new Refused('NOTICES_WORDING_STALE');
    await audit(call, `notice:${name}`, 'notices/saveWording', { version: version + 1, own: wording !== null });
    return view(call, notice);
  }

  return {
    wordings,
    wording: procedure(noticesContract.wording, noticeOf, (call, _input, notice) => view(call, notice)),
    saveWording: procedure(
      noticesContract.saveWording,
      noticeOf,
      async (call, { version, title, body, why }, notice) => {
        const problems = wordingProblems({ title, body }, placeholdersOf(notice));
        if (Object.keys(problems).length > 0) throw new Refused('NOTICES_WORDING_WRONG', undefined, { ...problems });
        return keep(call, notice, { version, wording: { title, body }, why });
      },
    ),
    resetWording: procedure(noticesContract.resetWording, noticeOf, (call, { version, why }, notice) =>
      keep(call, notice, { version, wording: null, why }),
    ),
  };
}
