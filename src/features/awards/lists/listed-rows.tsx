import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { Button } from '../../../ui/button';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Section } from '../../../ui/section';
import { confirmDanger } from '../../../ui/sheets/confirm';
import type { ListView } from './desk-view';

/** Each entry beside the award that the list says; a tap opens the entry. */
export function ListedRows({ list }: { list: ListView }) {
  const { awardListId, rows, stateZh, editable } = list;
  const drop = useChange(api.awards.dropResult, touches.awards);
  async function remove(entryId: string, title: string): Promise<void> {
    const question = { title: '移出名单', body: `“${title}”不再列在这份名单上，可以重新录入。`, confirm: '移出' };
    if (await confirmDanger(question)) await drop.run({ awardListId, entryId });
  }
  return (
    <Section title="名单" aside={stateZh}>
      {drop.failure ? <Notice tone="error">{drop.failure.message}</Notice> : null}
      {rows.length === 0 ? <View className="xh-row-detail">名单上还没有项目</View> : null}
      {rows.map(({ entryId, reference, title, regionZh, trackZh, awardZh }) => (
        <View key={entryId} className="xh-row-with-act">
          <ListRow
            id={`listed-${entryId}`}
            title={title}
            detail={
              <>
                <View>{`${regionZh}，${trackZh}`}</View>
                <View>{reference}</View>
              </>
            }
            aside={awardZh}
            onTap={() => go('staff/review', { entryId })}
          />
          {editable ? (
            <Button
              id={`drop-${entryId}`}
              kind="text"
              label={`移出名单，${title}`}
              busy={drop.busy}
              onTap={() => void remove(entryId, title)}
            >
              移出名单
            </Button>
          ) : null}
        </View>
      ))}
    </Section>
  );
}
