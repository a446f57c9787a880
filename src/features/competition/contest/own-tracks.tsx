import { isBlank } from '@shared/kernel/typed/unseen';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { AskedForm } from '../../../patterns/asked-form';
import { useTypedForm } from '../../../patterns/forms/use-typed-form';
import { useFieldErrors } from '../../../patterns/use-field-errors';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/fields/text-field';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { type Setup, useSetupChange } from './use-setup-change';

/** The tracks that the contest runs, and those of its own that it may add and take away. */
export function OwnTracks({ setup }: { setup: Setup }) {
  const { contestId, version, tracks, ownTracksMax, shutZh } = setup;
  const form = useTypedForm('own-track', contestId);
  const [zh, setZh] = form.field('zh', '');
  const adding = useSetupChange(api.competition.addOwnTrack);
  const removing = useSetupChange(api.competition.removeOwnTrack);
  const errors = useFieldErrors(adding.failure, { zh: isBlank(zh) && '请填写赛道名称' }, () => 'track-zh');
  const own = tracks.filter((track) => track.own).length;
  const add = async () => {
    if (await adding.send({ contestId, version, zh })) form.sent();
  };
  const remove = async (code: string, name: string) => {
    const body = `“${name}”赛道将从本赛场删除。已有项目选了的不能删除。`;
    if (await confirmDanger({ title: '删除赛道', body, confirm: '删除' }))
      await removing.send({ contestId, version, code });
  };
  return (
    <Section title="赛道" aside={`自设 ${own}/${ownTracksMax}`}>
      {tracks.map((track) => (
        <View key={track.code} id={`track-${track.code}`} className="xh-row">
          <View className="xh-row-text">
            <View>{track.zh}</View>
            <View className="xh-row-detail">{track.own ? '自设赛道' : '通用赛道，全市统一'}</View>
          </View>
          {track.own && shutZh === null ? (
            <Button
              id={`remove-${track.code}`}
              kind="text"
              label={`删除${track.zh}赛道`}
              onTap={() => remove(track.code, track.zh)}
            >
              删除
            </Button>
          ) : null}
        </View>
      ))}
      {removing.failure ? <Notice tone="error">{removing.failure.message}</Notice> : null}
      {shutZh !== null ? null : own >= ownTracksMax ? (
        <View className="xh-row-detail">
          {ownTracksMax === 0 ? '本届不设县（市、区）特色赛道' : `最多自设 ${ownTracksMax} 个，已满`}
        </View>
      ) : (
        <AskedForm
          errors={errors}
          button={{ id: 'track-add', zh: '增加赛道', kind: 'secondary', busy: adding.busy }}
          onSend={add}
        >
          <TextField id="track-zh" label="增加特色赛道" max={20} value={zh} onChange={setZh} error={errors.of('zh')} />
        </AskedForm>
      )}
    </Section>
  );
}
