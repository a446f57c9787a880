import { formatFullDateZh } from '@shared/kernel/shanghai';
import { readCode, shownCode } from '@shared/kernel/typed/spoken-code';
import { typedReference } from '@shared/kernel/typed/typed';
import { trainingContract } from '@shared/training/contract';
import { courseOf } from '@shared/training/courses';
import { audit } from '../../platform/audit/audit';
import type { Call } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { enrolmentOf } from './enrolments';

type Certificate = {
  number: string;
  name_masked: string;
  title: string;
  course: string;
  organisation_zh: string;
  hours: number;
  finished_on: string;
};

const numbered = /^PX(\d{4})(.+)$/;

/** A number as it is kept, however it was typed; null: it can be none. */
function plainNumber(typed: string): string | null {
  const [, year, rest = ''] = numbered.exec(typedReference(typed).replace(/[\s-]/g, '')) ?? [];
  const code = readCode(rest, { zh: '证书编号', unknown: '' });
  return year !== undefined && code.ok ? `PX${year}-${shownCode(code.value)}` : null;
}

const certificateOf: Load<{ number: string }, Certificate> = async ({ db }, { number }) => {
  const plain = plainNumber(number);
  if (plain === null) return null;
  return (
    (await db.selectFrom('training_certificate').selectAll().where('number', '=', plain).executeTakeFirst()) ?? null
  );
};

/** What a certificate needs to be recognised by: a masked name, the course, the day. */
export const seeCertificate = procedure(
  trainingContract.certificate,
  certificateOf,
  async (_call: Call, _input, found) => ({
    number: found.number,
    nameMasked: found.name_masked,
    title: found.title,
    courseZh: courseOf(found.course)?.zh ?? found.course,
    organisationZh: found.organisation_zh,
    hours: found.hours,
    finishedOn: found.finished_on,
  }),
);

/** One's own certificate, with the name in full, as a PDF in the answer itself. */
export const certificateFile = procedure(trainingContract.certificateFile, enrolmentOf, async (call, _input, mine) => {
  const found = await call.db
    .selectFrom('training_certificate')
    .selectAll()
    .where('enrolment_id', '=', mine.enrolmentId)
    .executeTakeFirst();
  if (!found) throw new Refused('TRAINING_NO_CERTIFICATE');
  const { writePdf } = await import('../../platform/pdf/write-pdf');
  const bytes = await writePdf(
    '创业培训结业证书',
    [`证书编号 ${found.number}。在小程序“培训班—核验证书”里输入编号可以核验。`],
    [
      {
        title: `${mine.name ?? found.name_masked} 完成了下列培训`,
        records: [
          [
            ['课程', `${courseOf(found.course)?.zh ?? ''}（${found.course}）`],
            ['班级', found.title],
            ['课时', `${found.hours} 课时`],
            ['培训机构', found.organisation_zh],
            ['结业日期', formatFullDateZh(found.finished_on)],
          ],
        ],
      },
    ],
    call.now,
  );
  await audit(call, `enrolment:${mine.enrolmentId}`, 'training/certificateFile', { number: found.number });
  return {
    name: `结业证书_${found.number}.pdf`,
    base64: Buffer.from(bytes).toString('base64'),
    bytes: bytes.length,
  };
});
