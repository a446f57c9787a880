import { formatFullDateZh } from '@shared/kernel/shanghai';
import { readCode, shownCode } from '@shared/kernel/typed/spoken-code';
import { typedReference } from '@shared/kernel/typed/typed';
import { trainingContract } from '@shared/training/contract';
import { courseNamedZh } from '@shared/training/rules';
import { type RawBuilder, sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import type { Db } from '../../platform/db';
import type { Call } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { enrolmentOf } from './enrolments';

type Certificate = {
  number: string;
  name_masked: string;
  title: string;
  course: string;
  course_zh: string;
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

/** A certificate with what its course was called when its class was planned. */
async function certificateWhere(db: Db, where: RawBuilder<boolean>): Promise<Certificate | null> {
  const { rows } =
    await sql<Certificate>`select k.*, c.terms -> 'course' ->> 'zh' as course_zh from training_certificate k
    join enrolment e on e.id = k.enrolment_id join training_class c on c.id = e.class_id where ${where}`.execute(db);
  return rows[0] ?? null;
}

const certificateOf: Load<{ number: string }, Certificate> = async ({ db }, { number }) => {
  const plain = plainNumber(number);
  return plain === null ? null : certificateWhere(db, sql<boolean>`k.number = ${plain}`);
};

/** What a certificate needs to be recognised by: a masked name, the course, the day. */
export const seeCertificate = procedure(
  trainingContract.certificate,
  certificateOf,
  async (_call: Call, _input, found) => ({
    number: found.number,
    nameMasked: found.name_masked,
    title: found.title,
    courseZh: found.course_zh,
    organisationZh: found.organisation_zh,
    hours: found.hours,
    finishedOn: found.finished_on,
  }),
);

/** One's own certificate, with the name in full, as a PDF in the answer itself. */
export const certificateFile = procedure(trainingContract.certificateFile, enrolmentOf, async (call, _input, mine) => {
  const found = await certificateWhere(call.db, sql<boolean>`k.enrolment_id = ${mine.enrolmentId}`);
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
            ['课程', courseNamedZh({ code: found.course, zh: found.course_zh })],
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
