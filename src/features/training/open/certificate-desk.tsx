import { formatFullDateZh } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import { useState } from 'react';
import { api } from '../../../client/api';
import { Failure, sentenceOf } from '../../../client/transport/failure';
import { useShare } from '../../../client/use-share';
import { FormPage } from '../../../patterns/asked-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Card } from '../../../ui/card';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { Notice } from '../../../ui/notice';

type Certificate = Awaited<ReturnType<typeof api.training.certificate>>;

/** Whether a certificate is one of ours: by its number, and with no more of its holder than it takes. For anybody. */
export function CertificateDesk({ number: brought }: { number: string }) {
  useShare('核验创业培训结业证书', 'policy/certificate');
  const [number, setNumber] = useState(brought);
  const [found, setFound] = useState<Certificate | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const errors = useFieldErrors(null, { number: isBlank(number) && '请输入证书编号' });
  const type = (typed: string) => {
    setNumber(typed);
    // What was answered is of the number before.
    setFound(null);
    setRefusal(null);
  };
  const look = async () => {
    setFound(null);
    setRefusal(null);
    try {
      setFound(await api.training.certificate({ number: number.slice(0, 40) }));
    } catch (error) {
      const none = error instanceof Failure && error.code === 'NOT_FOUND';
      setRefusal(none ? '没有这个编号的证书，请对照证书核对' : (sentenceOf(error) ?? null));
    }
  };
  return (
    <FormPage
      title={found === null ? '核验结业证书' : '证书有效'}
      errors={errors}
      button={{ id: 'check', zh: '核验' }}
      onSend={look}
    >
      <Card>
        <TextField
          id="field-number"
          label="证书编号"
          type="code"
          hint="例如 PX2026-ABCDE-FGHJK，印在证书上方"
          value={number}
          onChange={type}
          error={errors.of('number')}
        />
      </Card>
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {found === null ? null : (
        <Card title="证书内容">
          <KeyValue
            items={[
              { label: '编号', value: found.number },
              { label: '姓名', value: found.nameMasked },
              { label: '课程', value: found.courseZh },
              { label: '班级', value: found.title },
              { label: '课时', value: `${found.hours} 课时` },
              { label: '培训机构', value: found.organisationZh },
              { label: '结业日期', value: formatFullDateZh(found.finishedOn) },
            ]}
          />
        </Card>
      )}
    </FormPage>
  );
}
