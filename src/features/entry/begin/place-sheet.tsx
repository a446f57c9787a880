import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { RadioList } from '../../../ui/fields/radio-list';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheets/sheet';
import { toast } from '../../../ui/sheets/toast';
import type { Contest, EntryView, Home } from '../entry-view';

interface Props {
  entry: EntryView;
  contest: Contest;
  home: Home;
  open: boolean;
  onClose: () => void;
  /** Asks for the entry as it stands now. */
  refresh: () => Promise<EntryView | undefined>;
}

const textOf = (entry: EntryView, name: string): string => {
  const value = entry.sections.find(({ section }) => section === 'project')?.data[name];
  return typeof value === 'string' ? value : '';
};

const fieldIds = { contestId: 'place-contest', trackCode: 'place-track', groupCode: 'place-group' } as const;

/** Where a draft is entered, in which track and group, to change before it is submitted; what was typed and sent stays. */
export function PlaceSheet({ entry, contest, home, open, onClose, refresh }: Props) {
  const change = useChange(api.entry.changeContest, touches.entry);
  const form = useTypedForm('place', entry.entryId);
  const [contestId, setContestId] = form.field('contestId', entry.contestId);
  const [track, setTrack] = form.field('track', textOf(entry, 'trackCode'));
  const [groupCode, setGroupCode] = form.field('groupCode', textOf(entry, 'groupCode'));
  const target = home.contests.find((each) => each.contestId === contestId);
  const tracks = target?.tracks ?? contest.tracks;
  // A track that the county chosen does not run has to be chosen anew.
  const trackCode = tracks.some(({ code }) => code === track) ? track : '';

  const missing = {
    contestId: null,
    trackCode: trackCode === '' && '请选择赛道',
    groupCode: groupCode === '' && '请选择组别',
  };
  const errors = useFieldErrors(change.failure, missing, (field) => fieldIds[field]);

  const send = async () => {
    // A part may have been saved since this page was opened, so the version is asked for first.
    const fresh = await refresh();
    if (!fresh) return;
    const { entryId, version } = fresh;
    if (!(await change.run({ entryId, version, contestId, trackCode, groupCode }))) return;
    form.saved();
    onClose();
    toast('已更换，填写的内容都在');
  };

  return (
    <Sheet id="place-sheet" open={open} title="换赛场、赛道、组别" onClose={onClose}>
      <Notice tone="neutral">填写的内容、上传的材料和团队成员都会保留。</Notice>
      <AskedForm errors={errors} button={{ id: 'place-send', zh: '确认更换' }} onSend={send}>
        <ChoiceField
          id="place-contest"
          label="在哪里报名"
          options={home.contests.map((each) => ({ value: each.contestId, zh: each.regionZh }))}
          value={contestId}
          error={errors.of('contestId')}
          onChange={setContestId}
        />
        <RadioList
          id="place-track"
          label="赛道"
          options={tracks.map(({ code, zh }) => ({ value: code, zh }))}
          value={trackCode}
          error={errors.of('trackCode')}
          onChange={setTrack}
        />
        <RadioList
          id="place-group"
          label="组别"
          options={contest.groups.map(({ code, zh, hintZh }) => ({ value: code, zh, hint: hintZh }))}
          value={groupCode}
          error={errors.of('groupCode')}
          onChange={setGroupCode}
        />
        {trackCode === '' ? <View className="xh-row-detail">这个县（市、区）没有设原来的赛道，请重新选择</View> : null}
      </AskedForm>
    </Sheet>
  );
}
