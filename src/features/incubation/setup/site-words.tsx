import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { goInstead } from '../../../client/go';
import { AskedForm, FormPage } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Card } from '../../../ui/card';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextField } from '../../../ui/fields/text-field';
import { Section } from '../../../ui/section';
import { toast } from '../../../ui/sheets/toast';
import type { Choices, Setup } from './setup';

type Words = { nameZh: string; addressZh: string; aboutZh: string };

const missingIn = ({ nameZh, addressZh }: Words) => ({
  nameZh: isBlank(nameZh) && '请填写基地名称',
  addressZh: isBlank(addressZh) && '请填写地址',
  aboutZh: false as const,
});

interface FieldsProps {
  words: Words;
  onChange: (words: Words) => void;
  errorOf: (field: keyof Words) => string | undefined;
}

function WordFields({ words, onChange, errorOf }: FieldsProps) {
  const set = (name: keyof Words) => (value: string) => onChange({ ...words, [name]: value });
  return (
    <>
      <TextField
        id="field-nameZh"
        label="基地名称"
        max={40}
        value={words.nameZh}
        onChange={set('nameZh')}
        error={errorOf('nameZh')}
      />
      <TextField
        id="field-addressZh"
        label="地址"
        max={100}
        value={words.addressZh}
        onChange={set('addressZh')}
        error={errorOf('addressZh')}
      />
      <TextArea
        id="field-aboutZh"
        label="介绍"
        hint="几层、有哪些位置、水电网怎么收。所有人能看"
        max={300}
        value={words.aboutZh}
        onChange={set('aboutZh')}
        error={errorOf('aboutZh')}
      />
    </>
  );
}

/** A site that is not there yet. */
export function NewSite({ choices }: { choices: Choices }) {
  const [only] = choices.organisations;
  const form = useTypedForm('site');
  const [organisationId, setOrganisationId] = form.field(
    'organisationId',
    choices.organisations.length === 1 ? (only?.value ?? '') : '',
  );
  const [regionId, setRegionId] = form.field('regionId', '');
  const [words, setWords] = form.field<Words>('words', { nameZh: only?.zh ?? '', addressZh: '', aboutZh: '' });
  const make = useChange(api.incubation.makeSite, touches.places);
  const errors = useFieldErrors(make.failure, {
    organisationId: organisationId === '' && '请选择机构',
    regionId: regionId === '' && '请选择县（市、区）',
    ...missingIn(words),
  });
  return (
    <FormPage
      title="开设基地"
      errors={errors}
      button={{ id: 'site-make', zh: '开设', busy: make.busy }}
      onSend={async () => {
        const made = await make.run({ organisationId, regionId, ...words });
        if (!made) return;
        form.sent();
        await goInstead('staff/site-setup', { siteId: made.siteId });
      }}
    >
      <Card>
        <ChoiceField
          id="field-organisationId"
          label="机构"
          options={choices.organisations}
          value={organisationId}
          onChange={setOrganisationId}
          error={errors.of('organisationId')}
        />
        <ChoiceField
          id="field-regionId"
          label="所在县（市、区）"
          options={choices.regions}
          value={regionId}
          onChange={setRegionId}
          error={errors.of('regionId')}
        />
        <WordFields words={words} onChange={setWords} errorOf={errors.of} />
      </Card>
    </FormPage>
  );
}

/** What a site says of itself, to be changed. */
export function SiteWords({ setup }: { setup: Setup }) {
  const { siteId, version, nameZh, addressZh, aboutZh } = setup;
  const form = useTypedForm('site', siteId);
  const [words, setWords] = form.field<Words>('words', { nameZh, addressZh, aboutZh });
  const save = useChange(api.incubation.saveSite, touches.places);
  const errors = useFieldErrors(save.failure, missingIn(words));
  return (
    <Section title="名称和地址">
      <AskedForm
        errors={errors}
        button={{ id: 'site-save', zh: '保存', kind: 'secondary', busy: save.busy }}
        onSend={async () => {
          if (!(await save.run({ siteId, version, ...words }))) return;
          form.saved();
          toast('已保存');
        }}
      >
        <WordFields words={words} onChange={setWords} errorOf={errors.of} />
      </AskedForm>
    </Section>
  );
}
