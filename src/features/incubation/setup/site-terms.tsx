import { reliefZh } from '@shared/incubation/rent';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { NumberField } from '../../../ui/fields/number-field';
import { TextField } from '../../../ui/fields/text-field';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { Setup } from './setup';

type Terms = Setup['terms'];
type Number_ = number | null;

const sayZh = '请填写';
const years = ['第一年', '第二年', '第三年', '第四年', '第五年'];

/** By which rules the places are let: what holds, and a sheet to change it. */
export function SiteTerms({ setup }: { setup: Setup }) {
  const [open, setOpen] = useState(false);
  const { passMark, firstMonths, renewMonths, maxMonths, sourceZh } = setup.terms;
  return (
    <Section title="入驻规则" aside={sourceZh === '' ? '演示' : undefined}>
      <ListRow
        id="site-terms"
        title={`分数线 ${passMark / 100} 分，租金${reliefZh(setup.terms)}`}
        detail={`首次 ${firstMonths} 个月，续期一次 ${renewMonths} 个月，合计最长 ${maxMonths} 个月${sourceZh === '' ? '' : `，依据${sourceZh}`}`}
        onTap={() => setOpen(true)}
      />
      {open ? <TermsSheet setup={setup} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

const figures = [
  { name: 'passMark', label: '评审分数线（分）', hint: '三位评审的平均分达到才进候补' },
  { name: 'firstMonths', label: '首次入驻（个月）', hint: '' },
  { name: 'renewMonths', label: '续期一次（个月）', hint: '' },
  { name: 'maxMonths', label: '所有基地合计最长（个月）', hint: '' },
  { name: 'renewalDays', label: '到期前几天起可以申请续期', hint: '从这天起也提醒快到期' },
  { name: 'arrearsDays', label: '欠租几天可以告知整改', hint: '' },
] as const;
type Figure = (typeof figures)[number]['name'];

function TermsSheet({ setup, onClose }: { setup: Setup; onClose: () => void }) {
  const { siteId, version, terms } = setup;
  const save = useChange(api.incubation.saveSiteTerms, touches.places);
  const form = useTypedForm('site-terms', siteId);
  const [typed, setTyped] = form.field<Record<Figure, Number_>>('figures', {
    ...terms,
    passMark: terms.passMark / 100,
  });
  const [relief, setRelief] = form.field<Number_[]>(
    'relief',
    years.map((_, i) => terms.reliefPercent[i] ?? null),
  );
  const [sourceZh, setSource] = form.field('sourceZh', terms.sourceZh);
  const missing = (name: Figure) => typed[name] === null && sayZh;
  // Years are filled in one after the other; behind the first empty one nothing is let off.
  const given = relief.slice(0, relief.indexOf(null) === -1 ? relief.length : relief.indexOf(null)) as number[];
  const errors = useFieldErrors(save.failure, {
    passMark: missing('passMark') || ((typed.passMark ?? 0) > 100 && '请填写 0 至 100 分'),
    firstMonths: missing('firstMonths'),
    renewMonths: missing('renewMonths'),
    maxMonths: missing('maxMonths'),
    renewalDays: missing('renewalDays'),
    arrearsDays: missing('arrearsDays'),
    reliefPercent: relief.slice(given.length).some((each) => each !== null) && '请从第一年起依次填写，不减的填 0',
    sourceZh: null,
  });
  async function send(): Promise<void> {
    const set = Object.fromEntries(figures.map(({ name }) => [name, typed[name] ?? 0])) as Record<Figure, number>;
    const next: Terms = { ...set, passMark: Math.round(set.passMark * 100), reliefPercent: given, sourceZh };
    if (!(await save.run({ siteId, version, ...next }))) return;
    form.saved();
    toast('已保存，从现在起按新规则');
    onClose();
  }
  return (
    <Sheet id="site-terms-sheet" open title="入驻规则" onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'terms-save', zh: '保存', busy: save.busy }} onSend={send}>
        {figures.map(({ name, label, hint }) => (
          <NumberField
            key={name}
            id={`field-${name}`}
            label={label}
            hint={hint}
            digits={name === 'passMark' ? 2 : 0}
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            error={errors.of(name)}
          />
        ))}
        {years.map((year, i) => (
          <NumberField
            key={year}
            id={i === 0 ? 'field-reliefPercent' : `field-relief-${i + 1}`}
            label={`${year}租金减（%）`}
            hint={i === 0 ? '全免填 100；之后不再减的空着' : ''}
            required={false}
            value={relief[i] ?? null}
            onChange={(value) => setRelief(relief.map((each, n) => (n === i ? value : each)))}
            error={i === 0 ? errors.of('reliefPercent') : undefined}
          />
        ))}
        <TextField
          id="field-sourceZh"
          label="依据"
          hint="文件名称和文号；没有文件的空着，页面上标“演示”"
          required={false}
          max={100}
          value={sourceZh}
          onChange={setSource}
          error={errors.of('sourceZh')}
        />
      </AskedForm>
    </Sheet>
  );
}
