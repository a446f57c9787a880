import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useAsk } from '../../../client/cache/use-ask';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { type Offered, offeredOf } from '../../../patterns/cases/offered';
import { SendBackOrDiscard } from '../../../patterns/cases/send-back-or-discard';
import { Story } from '../../../patterns/cases/story';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { BringSheet } from './bring-sheet';
import type { DeskView, ListView } from './desk-view';
import { GivenRows } from './given-rows';
import { ListedRows } from './listed-rows';

/** Results of an edition: brought in beside their entries, sent to another official, confirmed together; below, what was given. */
export function AwardListDesk({ editionId: asked }: { editionId: string | null }) {
  const [editionId, setEdition] = useState(asked);
  const ask = useAsk(['awards', 'desk', editionId], () => api.awards.awardDesk({ editionId }));
  return (
    <AskedPage ask={ask} here={link('staff/award-list', { editionId })} missing="您不能查看获奖名单">
      {(desk) => <Shown desk={desk} onEdition={setEdition} />}
    </AskedPage>
  );
}

function titleOf({ list, given }: DeskView): string {
  if (list === null) return given === 0 ? '还没有录入获奖结果' : `${given} 个项目获奖`;
  if (list.state === 'draft') return `名单上 ${list.rows.length} 个项目，还没有送签`;
  return offeredOf(list.moves, 'confirm') ? `${list.rows.length} 个获奖项目等您确认` : '等另一位统筹人员确认';
}

function Shown({ desk, onEdition }: { desk: DeskView; onEdition: (editionId: string) => void }) {
  const { editions, editionId, levels, list, given, writes } = desk;
  const [bringing, setBringing] = useState(false);
  const move = useChange(api.awards.moveAwardList, touches.awards);
  const [proposing, confirming] = [offeredOf(list?.moves ?? [], 'propose'), offeredOf(list?.moves ?? [], 'confirm')];
  const writable = writes && editionId !== null && (list === null || list.editable);
  const faults = Object.entries(move.failure?.fields ?? {}).filter(([field]) => field.startsWith('row.'));
  async function run(of: ListView, command: 'propose' | 'confirm' | 'discard', said: string): Promise<void> {
    const { awardListId, version } = of;
    if (await move.run({ awardListId, version, move: command, reason: '' })) toast(said);
  }
  async function propose(of: ListView): Promise<void> {
    const who = of.secondNeeded ? '由另一位市级统筹人员确认，您自己不能确认。' : '送签后您可以自己确认。';
    const body = `${of.rows.length} 个项目。送签后不能再改，${who}`;
    if (await confirmDanger({ title: '送签', body, confirm: '送签' })) await run(of, 'propose', '已送签');
  }
  async function confirm(of: ListView, { danger }: Offered): Promise<void> {
    const body = `${of.rows.length} 个项目。${danger ?? ''}`;
    if (await confirmDanger({ title: '确认并公布', body, confirm: '确认' })) await run(of, 'confirm', '已确认公布');
  }
  return (
    <Page
      wide
      over="获奖名单"
      title={titleOf(desk)}
      action={
        writable || confirming ? (
          <>
            {move.failure ? (
              <Notice tone="error" title={move.failure.message}>
                {faults.map(([field, zh]) => (
                  <View key={field}>{zh}</View>
                ))}
              </Notice>
            ) : null}
            {list && proposing && list.rows.length > 0 ? (
              <Button id="propose" busy={move.busy} onTap={() => propose(list)}>
                {proposing.label}
              </Button>
            ) : null}
            {list && confirming ? (
              <Button id="confirm-list" busy={move.busy} onTap={() => confirm(list, confirming)}>
                {confirming.label}
              </Button>
            ) : null}
            {writable ? (
              <Button id="bring" kind="secondary" onTap={() => setBringing(true)}>
                录入获奖结果
              </Button>
            ) : null}
          </>
        ) : undefined
      }
    >
      {editions.length > 1 ? (
        <ChoiceField
          id="edition"
          label="届次"
          options={editions.map((each) => ({ value: each.editionId, zh: each.zh }))}
          value={editionId ?? ''}
          onChange={onEdition}
        />
      ) : null}
      {list ? <Listed list={list} onDiscard={() => run(list, 'discard', '已作废')} /> : null}
      {editionId === null ? null : <GivenRows key={editionId} editionId={editionId} given={given} />}
      {given === 0 || editionId === null ? null : (
        <Button id="to-results" kind="text" onTap={() => go('open/results', { editionId })}>
          看公开的名单
        </Button>
      )}
      {editionId === null ? null : (
        <BringSheet editionId={editionId} levels={levels} open={bringing} onClose={() => setBringing(false)} />
      )}
    </Page>
  );
}

/** The list with its rows, its story, and what is done with it seldom. */
function Listed({ list, onDiscard }: { list: ListView; onDiscard: () => Promise<void> }) {
  const { awardListId, version, moves, proposedByZh, timeline } = list;
  const back = useChange(api.awards.moveAwardList, touches.awards);
  return (
    <>
      <ListedRows list={list} />
      {list.state === 'proposed' && proposedByZh ? (
        <View className="xh-row-detail">{`${proposedByZh}送签`}</View>
      ) : null}
      {timeline.length > 0 ? <Story items={timeline} /> : null}
      <SendBackOrDiscard
        about={awardListId}
        moves={moves}
        hint="写明哪个项目、要改成什么。送签人会看到"
        max={300}
        unwanted="不再需要这份名单时用。"
        failure={back.failure}
        onSendBack={async (reason) => (await back.run({ awardListId, version, move: 'sendBack', reason })) !== null}
        onDiscard={onDiscard}
      />
    </>
  );
}
