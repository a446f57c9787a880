import { type PlaceType, placeTypeNames, placeTypes } from '@shared/benefits/kinds/incubator-place/place-types';
import { mostAtOnce } from '@shared/incubation/setup/codes';
import { floors, floorZh } from '@shared/incubation/setup/floors';
import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { NumberField } from '../../../ui/fields/number-field';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { Place, Setup } from './setup';

const types = placeTypeNames.map((value) => ({
  value,
  zh: `${placeTypes[value].zh}（${placeTypes[value].let === 'hour' ? '按小时约' : '按月租'}）`,
}));

// A phone's keyboard for numbers has no minus: floors are chosen.
const floorChoices = floors.map((floor) => ({ value: String(floor), zh: floorZh(floor) }));

interface Props {
  setup: Setup;
  /** Null: places are added. */
  place: Place | null;
  onClose: () => void;
}

/** A place to be changed or closed, or several to be added. */
export function PlaceSheet({ setup: { siteId, version }, place, onClose }: Props) {
  const form = useTypedForm('place', `${siteId}:${place?.placeId ?? ''}`);
  const [floor, setFloor] = form.field('floor', place?.floor ?? 1);
  const [code, setCode] = form.field('code', place?.code ?? '');
  const [type, setType] = form.field<PlaceType>('type', place?.type ?? 'desk');
  const [detailZh, setDetail] = form.field('detailZh', place?.detailZh ?? '');
  const [rent, setRent] = form.field<number | null>('rent', place === null ? null : place.rentFen / 100);
  const [many, setMany] = form.field<number | null>('many', 1);
  const save = useChange(api.incubation.savePlace, touches.places);
  const close = useChange(api.incubation.closePlace, touches.places);
  const monthly = placeTypes[type].let === 'month';
  const errors = useFieldErrors(save.failure, {
    type: false,
    floor: false,
    code: isBlank(code) && '请填写编号',
    rentFen: monthly && rent === null && '请填写月租，不收的填 0',
    many: many === null && '请填写个数',
    detailZh: false,
  });
  async function send(): Promise<void> {
    const placed = { siteId, version, placeId: place?.placeId ?? null, floor, code: code.trim(), type };
    const rentFen = monthly ? Math.round((rent ?? 0) * 100) : 0;
    if (!(await save.run({ ...placed, detailZh, rentFen, many: many ?? 1 }))) return;
    form.saved();
    toast('已保存');
    onClose();
  }
  async function shut({ placeId, closed, code: named }: Place): Promise<void> {
    const body = `${named} 停用后不再出现在平面图上，也不能留位、预约；需要时可以恢复。`;
    if (!closed && !(await confirmDanger({ title: '停用位置', body, confirm: '停用' }))) return;
    if (await close.run({ siteId, version, placeId, closed: !closed })) onClose();
  }
  return (
    <Sheet id="place-sheet" open title={place === null ? '加位置' : `改 ${place.code}`} onClose={onClose}>
      <AskedForm errors={errors} button={{ id: 'place-save', zh: '保存', busy: save.busy }} onSend={send}>
        <ChoiceField
          id="field-type"
          label="类型"
          options={types}
          value={type}
          onChange={setType}
          error={errors.of('type')}
        />
        <ChoiceField
          id="field-floor"
          label="楼层"
          options={floorChoices}
          value={String(floor)}
          onChange={(chosen) => setFloor(Number(chosen))}
          error={errors.of('floor')}
        />
        <TextField
          id="field-code"
          label={place === null ? '编号（加多个时是第一个）' : '编号'}
          hint="例如 A01，加 15 个就是 A01 到 A15"
          max={10}
          value={code}
          onChange={setCode}
          error={errors.of('code')}
        />
        {place === null ? (
          <NumberField
            id="field-many"
            label="加几个"
            hint={`一次最多 ${mostAtOnce} 个`}
            unit="个"
            value={many}
            onChange={setMany}
            error={errors.of('many')}
          />
        ) : null}
        <TextField
          id="field-detailZh"
          label="说明"
          hint="例如 18 平方米，可坐 4 人"
          max={60}
          value={detailZh}
          onChange={setDetail}
          error={errors.of('detailZh')}
        />
        {monthly ? (
          <NumberField
            id="field-rentFen"
            label="月租"
            hint="只用于以后签的协议，已签的不变。这里只记录，不收款"
            unit="元"
            digits={2}
            value={rent}
            onChange={setRent}
            error={errors.of('rentFen')}
          />
        ) : null}
      </AskedForm>
      {close.failure ? <Notice tone="error">{close.failure.message}</Notice> : null}
      {place === null ? null : (
        <Button
          id="place-close"
          kind={place.closed ? 'secondary' : 'danger'}
          busy={close.busy}
          onTap={() => shut(place)}
        >
          {place.closed ? '恢复使用' : '停用'}
        </Button>
      )}
    </Sheet>
  );
}
