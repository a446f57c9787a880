import { momentZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { useList } from '../../../client/cache/use-list';
import { offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { useSheet } from '../../../patterns/cases/use-sheet';
import { KeysetList } from '../../../patterns/keyset-list';
import { Button } from '../../../ui/button';
import { ListRow } from '../../../ui/lists/list-row';
import { Section } from '../../../ui/section';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';

type Given = Awaited<ReturnType<typeof api.awards.givenAwards>>['items'][number];

/** Awards that were given, the newest first; one that should not have been is cancelled with a reason. */
export function GivenRows({ editionId, given }: { editionId: string; given: number }) {
  const list = useList(['awards', 'given', editionId], (cursor) => api.awards.givenAwards({ editionId, cursor }));
  const cancel = useChange(api.awards.cancelAward, touches.awards);
  const { sheet: chosen, open, close } = useSheet<Given>(cancel.clear);
  return (
    <Section title="已确认的奖项" aside={`${given} 个`}>
      <KeysetList id="more-given" list={list} empty={<View className="xh-row-detail">还没有确认的奖项</View>}>
        {(rows) =>
          rows.map((award) => (
            <View key={award.awardId} className="xh-row-with-act">
              <ListRow
                id={`given-${award.awardId}`}
                title={award.title}
                detail={
                  <>
                    <View>{`${award.regionZh}，${award.awardZh}`}</View>
                    <View>{`${award.reference} ${momentZh(award.changedAt)}`.trim()}</View>
                    {award.reason === null ? null : <View>{`理由：${award.reason}`}</View>}
                  </>
                }
                aside={<Tag tone={award.tone}>{award.stateZh}</Tag>}
              />
              {offeredOf(award.moves, 'cancel') ? (
                <Button
                  id={`cancel-${award.awardId}`}
                  kind="text"
                  label={`取消奖项，${award.title}`}
                  onTap={() => open(award)}
                >
                  取消奖项
                </Button>
              ) : null}
            </View>
          ))
        }
      </KeysetList>
      <ReasonSheet
        move="cancel"
        about={chosen?.awardId ?? ''}
        offered={offeredOf(chosen?.moves ?? [], 'cancel')}
        kind="danger"
        hint="写明依据，例如哪次核查、哪份文件。获奖团队会看到"
        max={300}
        open={chosen !== null}
        onClose={close}
        failure={cancel.failure}
        onSend={async (reason) => {
          if (chosen === null) return false;
          const done = await cancel.run({ awardId: chosen.awardId, version: chosen.version, reason });
          if (!done) return false;
          close();
          toast('奖项已取消');
          return true;
        }}
      />
    </Section>
  );
}
