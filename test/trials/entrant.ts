import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { contestId, currentEdition } from '../../cloudfunctions/core/seeds/editions';
import { freshIdNumber } from '../support/entry-factory';
import { makePdf } from '../support/sample-files/pdf';
import { type Client, signIn } from './client';
import type { Ledger } from './ledger';

type Moved = { version: number };
type Entry = { state: string; version: number };
type Begun = { uploadId: string; via: { url: string; fields: Record<string, string> } };

const puxian = contestId(currentEdition, '141033');
const place = { trackCode: 'rural_revitalisation', groupCode: 'idea_team' };
/** How often the form's first part is saved, each time with other words. */
const saves = 4;

/** One person's road: begins, fills and sends a project, and corrects it if staff return it soon. */
export async function walkEntrant(address: string, ledger: Ledger, giveUp: AbortSignal): Promise<void> {
  const me = await signIn(address, ledger, 'new', giveUp);
  const { entryId } = await me.ask<{ entryId: string }>('entry/start', { contestId: puxian, ...place });
  ledger.starts.push({ personId: me.personId, entryId });
  const sections = new Map([['project', 1]]);
  const save = async (section: string, data: Record<string, unknown>, sealed?: Record<string, string>) => {
    const version = sections.get(section) ?? 0;
    const kept = await me.ask<Moved>('entry/saveSection', {
      entryId,
      section,
      version,
      data,
      ...(sealed && { sealed }),
    });
    sections.set(section, kept.version);
    ledger.saves.set(`${entryId}/${section}`, { version: kept.version, data });
  };
  const move = async (name: 'submit' | 'resubmit', version: number) => {
    const moved = await me.ask<Moved>(`entry/${name}`, { entryId, version });
    ledger.moves.push({ entryId, move: name, version: moved.version });
  };

  await me.ask('entry/giveConsents', { entryId, sensitive: true, publicDisplay: false });
  for (let n = 1; n <= saves; n += 1) await save('project', projectText(n));
  const sealed = { idNumber: freshIdNumber(), phone: '19900008000' };
  await save('leader', { name: '王小明', founderRole: 'first_founder', keyGroup: null }, sealed);
  await save('jobs', { direct: 6, directBasis: '现有 3 人', indirect: 12, indirectBasis: '十二户农家', insured: 0 });
  await sendFile(me, ledger, entryId);
  await save('declaration', { typedName: '王小明', agreed: true });
  await move('submit', 1);
  const returned = await waitForReturn(me, entryId);
  if (returned === null) return;
  await save('project', projectText(saves + 1));
  await move('resubmit', returned);
}

const projectText = (n: number) => ({
  ...place,
  title: '蒲县山货直供',
  summary: '把山里的核桃和蜂蜜直接送到城里人的餐桌上',
  description: `第 ${n} 稿。和十二户农家签了收购约定，统一分拣包装，通过社区团购和网店销售。`,
  claimsIp: false,
});

let files = 0;

/** Sends a business plan like nobody else's; a transfer that broke off is begun anew, since a token is good for one. */
async function sendFile(me: Client, ledger: Ledger, entryId: string): Promise<void> {
  files += 1;
  const bytes = makePdf({ title: `商业计划书 ${files}` });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const announced = { entryId, slot: 'business_plan', name: '商业计划书.pdf', size: bytes.length };
  for (;;) {
    const { uploadId, via } = await me.ask<Begun>('entry/beginUpload', announced);
    if (!(await me.send(via, announced.name, bytes))) {
      await me.call('entry/cancelUpload', { uploadId });
      continue;
    }
    for (;;) {
      const finished = await me.call<{ state: string }>('entry/finishUpload', { uploadId });
      if (!finished.ok) break;
      if (finished.data.state === 'accepted') {
        ledger.files.push({ uploadId, sha256 });
        return;
      }
      await pause(500);
    }
  }
}

/** The version under which staff returned it; null when they took longer than one waits here, or decided otherwise. */
async function waitForReturn(me: Client, entryId: string): Promise<number | null> {
  for (let looks = 0; looks < 12; looks += 1) {
    const { state, version } = await me.ask<Entry>('entry/get', { entryId });
    if (state === 'returned') return version;
    if (state === 'qualified') return null;
    await pause(400);
  }
  return null;
}
