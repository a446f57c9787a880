import { toShanghai } from '@shared/kernel/shanghai';
import { receiverZh } from '@shared/referral/consents';
import { referralContract } from '@shared/referral/contract';
import { upperTrackZh } from '@shared/referral/tracks';
import { beginMade, keepMade, type Making } from '../../files/made-file';
import { addressOf } from '../../files/open-material';
import { audit } from '../../platform/audit/audit';
import { at, json } from '../../platform/schema';
import { addressLifeMs } from '../../platform/storage/signed-address';
import { me } from '../../rpc/call';
import { finishingProcedure, type Outside } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type Referral, referralOf } from '../subjects';
import { frozenForm, type Packable, packableFiles } from './packable';
import { isPackable, packsOf } from './records';

const formName = '00-推荐表.pdf';

type Begun = {
  making: Making;
  personId: string;
  now: number;
  files: readonly Packable[];
  form: { title: string; head: string[]; parts: Parameters<typeof partsOf>[0] };
};

/**
 * Makes the pack of one entry: the form and the documents as they were handed in. That it is made, by whom and for whom, is on record before a byte
 * is written; its hash once it is whole.
 */
export const exportPack = finishingProcedure(
  referralContract.exportPack,
  referralOf,
  async (call, { receiver }, referral): Promise<Begun> => {
    if (!isPackable(referral)) throw new Refused('REFERRAL_NOT_RECOMMENDED');
    const { receivers } = await packsOf(call, referral);
    if (receivers.find(({ code }) => code === receiver)?.closed !== null) throw new Refused('REFERRAL_NO_CONSENT');
    const form = await frozenForm(call, referral);
    if (form === null) throw new Refused('REFERRAL_NOTHING_TO_PACK');
    const files = await packableFiles(call, referral);
    const making = await beginMade(call, referral.referralId, 'pack', nameOf(referral));
    await call.db
      .insertInto('referral_pack')
      .values({
        upload_id: making.uploadId,
        referral_id: referral.referralId,
        receiver,
        made_by: me(call),
        made_at: at(call.now),
        contents: json(files.map(({ name, sha256 }) => ({ name, sha256 }))),
        sha256: null,
      })
      .execute();
    await audit(call, `referral:${referral.referralId}`, 'referral/exportPack', { receiver, files: files.length });
    return {
      making,
      personId: me(call),
      now: call.now,
      files,
      form: {
        title: `推荐表：${referral.title}`,
        head: headOf(referral, receiverZh(receiver), call.now),
        parts: form.parts,
      },
    };
  },
  async (outside, begun) => {
    const { making, now, personId } = begun;
    const content = await keepMade(outside, making, 'zip', await packOf(outside, begun), now);
    if (content === null) throw new Refused('REFERRAL_PACK_FAILED');
    await outside.db
      .updateTable('referral_pack')
      .set({ sha256: content.sha256 })
      .where('upload_id', '=', making.uploadId)
      .execute();
    const { uploadId, name } = making;
    return addressOf(outside, { uploadId, ...content, personId, expiresAt: now + addressLifeMs, name });
  },
);

const nameOf = ({ reference, title }: Referral): string =>
  `推荐材料_${reference}_${title}.zip`.replace(/[\\/:*?"<>|]/g, '');

const headOf = (referral: Referral, receiver: string, now: number): string[] => [
  `报送：${receiver}，${referral.upperZh}（${referral.docNo}）`,
  `推荐：${referral.regionZh}，赛道 ${upperTrackZh(referral.track)}，${referral.awardZh}，报名编号 ${referral.reference}`,
  `导出时间 ${toShanghai(now).replace('T', ' ').slice(0, 16)}。证件号和电话不含完整号码。`,
];

type Parts = NonNullable<Awaited<ReturnType<typeof frozenForm>>>['parts'];

const partsOf = (parts: Parts) =>
  parts.map(({ zh, lines }) => ({
    title: zh,
    records: [lines.map(({ label, value }): [string, string] => [label, value])],
  }));

/** The archive as it streams. Both writers are heavy, and loaded when somebody asks for a pack. */
async function packOf({ storage }: Pick<Outside, 'storage'>, { files, form, now }: Begun) {
  const [{ writePdf }, { writeZip }] = await Promise.all([
    import('../../platform/pdf/write-pdf'),
    import('../../platform/zip/write-zip'),
  ]);
  const bytes = await writePdf(form.title, form.head, partsOf(form.parts), now);
  const documents = files.map(({ name, size, sha256, kind }) => ({
    name,
    size,
    open: () => storage.read({ sha256, kind }),
  }));
  return writeZip([{ name: formName, bytes }, ...documents], now);
}
