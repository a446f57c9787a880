import { isBlank } from '@shared/kernel/typed/unseen';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { AskedForm } from '../../patterns/asked-form';
import { useTypedForm } from '../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { DateField } from '../../ui/fields/date-field';
import { NumberField } from '../../ui/fields/number-field';
import { TextField } from '../../ui/fields/text-field';
import { Notice } from '../../ui/notice';
import { Sheet } from '../../ui/sheets/sheet';
import { toast } from '../../ui/sheets/toast';
import type { Board, UpperNotice } from './referral-view';

interface Props {
  open: boolean;
  notice: UpperNotice | null;
  tracks: Board['tracks'];
  onClose: () => void;
}

const dates = [
  { name: 'issuedOn', zh: '通知日期', hint: '' },
  { name: 'cutoffOn', zh: '注册年限算到哪一天', hint: '上级通知写的资格基准日' },
  { name: 'closesOn', zh: '材料最迟报送', hint: '' },
] as const;

/** What the notice said: entered, or corrected; a correction has to be confirmed anew. */
export function NoticeSheet({ open, notice, tracks, onClose }: Props) {
  const keep = useChange(api.referral.keepNotice, touches.referral);
  const form = useTypedForm('upper-notice', notice?.noticeId);
  const fieldOf = (name: 'upperZh' | 'docNo' | (typeof dates)[number]['name']) =>
    form.field(name, notice?.[name] ?? '');
  const of = (name: Parameters<typeof fieldOf>[0]): string => fieldOf(name)[0];
  const set = (name: Parameters<typeof fieldOf>[0]) => fieldOf(name)[1];
  const quotaField = ({ track, quota }: Board['tracks'][number]) => form.field<number | null>(`quota-${track}`, quota);
  const quotaOf = (track: Board['tracks'][number]): number | null => quotaField(track)[0];
  const errors = useFieldErrors<string>(
    keep.failure,
    {
      upperZh: isBlank(of('upperZh')) && '请填写赛事名称',
      docNo: isBlank(of('docNo')) && '请填写文号',
      ...Object.fromEntries(dates.map(({ name }) => [name, of(name) === '' && '请选择日期'])),
      ...Object.fromEntries(tracks.map((track) => [track.track, quotaOf(track) === null && '请填写名额，没有填 0'])),
    },
    (field) => `notice-${field}`,
  );
  async function send(): Promise<void> {
    const answer = await keep.run({
      upperZh: of('upperZh').trim(),
      docNo: of('docNo').trim(),
      issuedOn: of('issuedOn'),
      cutoffOn: of('cutoffOn'),
      closesOn: of('closesOn'),
      quotas: tracks.map((track) => ({ track: track.track, quota: quotaOf(track) ?? 0 })),
      version: notice?.version ?? null,
    });
    if (!answer) return;
    form.sent();
    toast('已保存，请核定');
    onClose();
  }
  return (
    <Sheet id="notice-sheet" open={open} title="上级赛事通知和名额" onClose={onClose}>
      {notice?.confirmedAt ? <Notice tone="warn">修改后要重新核定，核定前不能提名和推荐。</Notice> : null}
      <AskedForm errors={errors} button={{ id: 'notice-save', zh: '保存', busy: keep.busy }} onSend={send}>
        <TextField
          id="notice-upperZh"
          label="赛事名称"
          max={60}
          value={of('upperZh')}
          onChange={set('upperZh')}
          error={errors.of('upperZh')}
        />
        <TextField
          id="notice-docNo"
          label="文号"
          max={60}
          value={of('docNo')}
          onChange={set('docNo')}
          error={errors.of('docNo')}
        />
        {dates.map(({ name, zh, hint }) => (
          <DateField
            key={name}
            id={`notice-${name}`}
            label={zh}
            {...(hint === '' ? {} : { hint })}
            value={of(name)}
            onChange={set(name)}
            error={errors.of(name)}
          />
        ))}
        {tracks.map((track) => (
          <NumberField
            key={track.track}
            id={`notice-${track.track}`}
            label={`名额：${track.zh}`}
            unit="个"
            value={quotaOf(track)}
            onChange={quotaField(track)[1]}
            error={errors.of(track.track)}
          />
        ))}
      </AskedForm>
    </Sheet>
  );
}
