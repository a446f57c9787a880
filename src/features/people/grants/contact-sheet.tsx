import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { TextField } from '../../../ui/fields/text-field';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { Organisation } from './organisation-sheet';

const fields = [
  { name: 'deskZh', label: '办理部门', hint: '填部门，不填个人姓名，例如普惠金融部', max: 30 },
  { name: 'phone', label: '联系电话', hint: '座机带区号，如 0357-2012345；服务热线直接填，如 95588', max: 30 },
  { name: 'addressZh', label: '地址', hint: '', max: 100 },
] as const;

/** Where an organisation is reached: whoever applies to it reads this. Saved by what was seen: of a colleague's change one is told, and both stand here. */
export function ContactSheet({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const save = useChange(api.people.saveOrganisationContact, touches.rights);
  const form = useTypedForm('organisation-contact', organisation.organisationId);
  const [typed, setTyped] = form.field('reached', {
    deskZh: organisation.deskZh,
    phone: organisation.phone,
    addressZh: organisation.addressZh,
  });
  // Once a colleague was first, what stands now is seen here, and saving goes on from it.
  const standing =
    save.failure?.code === 'PEOPLE_CONTACT_STALE' ? (save.failure.current as Organisation) : organisation;
  const errors = useFieldErrors(
    save.failure,
    { deskZh: null, phone: null, addressZh: null },
    (field) => `contact-${field}`,
  );
  async function send(): Promise<void> {
    const { organisationId, version } = standing;
    if (!(await save.run({ organisationId, version, ...typed }))) return;
    form.saved();
    toast('已保存');
    onClose();
  }
  return (
    <Sheet id="contact" open title={`${organisation.nameZh}的联系方式`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'contact-save', zh: '保存', busy: save.busy }} onSend={send}>
        {fields.map(({ name, label, hint, max }) => (
          <TextField
            key={name}
            id={`contact-${name}`}
            label={label}
            hint={standing[name] === organisation[name] ? hint : `同事改成了“${standing[name] || '空'}”`}
            max={max}
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            error={errors.of(name)}
          />
        ))}
      </AskedForm>
    </Sheet>
  );
}
