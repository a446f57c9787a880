import { formatFullDateZh } from '@shared/kernel/shanghai';
import { isBlank } from '@shared/kernel/typed/unseen';
import type { Purpose } from '@shared/telling/templates';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { usePhoneOffer } from '../../../patterns/use-phone-offer';
import { CheckRow } from '../../../ui/fields/check-row';
import { SwitchRow } from '../../../ui/fields/switch-row';
import { TextField } from '../../../ui/fields/text-field';
import { KeyValue } from '../../../ui/lists/key-value';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { ClassView } from '../class-view';

interface Props {
  view: ClassView;
  prefill: NonNullable<ClassView['prefill']>;
  /** Accepts the seat that is offered, instead of enrolling. */
  offered: { enrolmentId: string; version: number } | null;
  open: boolean;
  onClose: () => void;
}

/** What is told on the phone of a class that one is in, and of one whose seat one waits for. */
const seated: readonly Purpose[] = ['classSoon'];
const waiting: readonly Purpose[] = ['classOffer', 'classSoon'];

/** Who enrols: what the contest knows is filled in, so that a winner reads it and taps once more. */
export function EnrolSheet({ view, prefill, offered, open, onClose }: Props) {
  const { phoneMasked, sourceZh, voucherUntil, consent } = prefill;
  const form = useTypedForm('enrol', view.classId);
  const [name, setName] = form.field('name', prefill.name);
  const [phone, setPhone] = useState('');
  const [other, setOther] = form.field('other', phoneMasked === null);
  const [keyGroup, setKeyGroup] = form.field('keyGroup', false);
  const [useVoucher, setUseVoucher] = form.field('useVoucher', voucherUntil !== null);
  const [agreed, setAgreed] = useState(false);
  const enrol = useChange(api.training.enrol, touches.training);
  const accept = useChange(api.training.accept, touches.training);
  const errors = useFieldErrors(enrol.failure ?? accept.failure, {
    name: isBlank(name) && '请填写姓名',
    phone: other && isBlank(phone) && '请填写手机号',
    agreed: !agreed && '请先勾选同意',
  });
  const free = view.free > 0 && view.waiting === 0;
  const offer = usePhoneOffer(offered || free ? seated : waiting);
  const send = async () => {
    // First of all: after the first answer of the server it is no longer inside the tap.
    await offer.ask();
    const details = { name, phone: other ? phone : null, keyGroup, useVoucher, agreed: consent.version };
    const done = offered
      ? await accept.run({ ...offered, details })
      : await enrol.run({ classId: view.classId, ...details });
    if (!done) return;
    form.sent();
    toast(done.stateZh);
    onClose();
  };
  const zh = offered ? '接受名额' : free ? '确认报名' : '加入候补';
  return (
    <Sheet id="enrol-sheet" open={open} title={offered ? '接受名额' : '报名'} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'enrol-send', zh, busy: enrol.busy || accept.busy }} onSend={send}>
        {sourceZh === null ? null : <View className="xh-row-detail">{`姓名和手机号来自${sourceZh}，可以修改。`}</View>}
        <TextField id="field-name" label="姓名" value={name} onChange={setName} max={30} error={errors.of('name')} />
        {phoneMasked === null ? null : (
          <>
            <KeyValue items={[{ label: '手机号', value: other ? '用下面填的' : phoneMasked }]} />
            <SwitchRow id="other-phone" label="换一个手机号" checked={other} onChange={setOther} />
          </>
        )}
        <View>
          {other ? (
            <TextField
              id="field-phone"
              label="手机号"
              type="phone"
              hint="加密保存，培训机构只看到前三位和后四位"
              value={phone}
              onChange={setPhone}
              error={errors.of('phone')}
            />
          ) : null}
        </View>
        <SwitchRow
          id="key-group"
          label="我属于重点群体"
          hint="高校毕业生、退役军人、返乡创业人员等。只用于候补排序，不影响报名条件"
          checked={keyGroup}
          onChange={setKeyGroup}
        />
        {voucherUntil === null ? null : (
          <SwitchRow
            id="use-voucher"
            label="用培训券"
            hint={`有效期至${formatFullDateZh(voucherUntil)}，只能用一次；开课前取消会退回`}
            checked={useVoucher}
            onChange={setUseVoucher}
          />
        )}
        <CheckRow
          id="field-agreed"
          label={consent.zh}
          hint={`${view.organisationZh}会看到：${consent.fieldsZh}。${consent.bodyZh}`}
          checked={agreed}
          onChange={setAgreed}
          error={errors.of('agreed')}
        />
        {offer.words === null ? null : <View className="xh-row-detail">{offer.words}</View>}
      </AskedForm>
    </Sheet>
  );
}
