import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../client/api';
import { touches } from '../../client/cache/touches';
import { useChange } from '../../client/cache/use-change';
import { dayEndZh } from '../../client/day-words';
import { AskedPage } from '../../patterns/asked-page';
import { isMeant } from '../../patterns/cases/offered';
import { SeldomMove } from '../../patterns/cases/seldom-move';
import { Story } from '../../patterns/cases/story';
import { useMoves } from '../../patterns/cases/use-moves';
import { useFieldErrors } from '../../patterns/use-field-errors';
import { useTopOf } from '../../patterns/use-top-of';
import { Button } from '../../ui/button';
import { CheckRow } from '../../ui/fields/check-row';
import { KeyValue } from '../../ui/lists/key-value';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { toast } from '../../ui/sheets/toast';
import { type ReferralView, referralKey, useReferral } from './referral-view';

/** Whoever was named for an upper contest: what would go to whom, whether they take part, and what came of it. */
export function PersonDesk({ referralId }: { referralId: string }) {
  const ask = useReferral(referralId);
  return (
    <AskedPage ask={ask} here={link('policy/referral', { referralId })} missing="没有找到这份推荐">
      {(view) => <Shown view={view} />}
    </AskedPage>
  );
}

/** A consent by its receiver: the last word of its kind. */
const idOf = (kind: string): string => `consent-${kind.slice(kind.lastIndexOf('.') + 1)}`;

function Shown({ view }: { view: ReferralView }) {
  const { referralId, version, title, upperZh, docNo, closesOn, stateZh, trackZh, awardZh, consents, moves } = view;
  const asked = view.waits === 'own';
  useTopOf(view.state);
  const [ticked, setTicked] = useState<Readonly<Record<string, boolean>>>({});
  const agree = useChange(api.referral.agree, touches.referral);
  const change = useChange(api.referral.moveReferral, touches.referral);
  const acts = useMoves([agree, change], referralKey(referralId));
  const unticked = Object.fromEntries(
    consents.map(({ kind, zh, required }) => [kind, required && ticked[kind] !== true && `请阅读后勾选“${zh}”`]),
  );
  const errors = useFieldErrors(acts.failure, unticked, idOf);
  const last = view.timeline[view.timeline.length - 1];
  const reason = last?.reason ?? null;
  async function join(): Promise<void> {
    if (!errors.complete()) return;
    if (await acts.make(() => agree.run({ referralId, version, consents: { ...ticked } }))) toast('已同意参加');
  }
  return (
    <Page
      over={`上级赛事推荐，${title}`}
      title={asked ? stateZh : view.holderZh === null ? stateZh : `现在由${view.holderZh}办理`}
      refused={errors.general}
      {...(asked
        ? {
            action: (
              <Button id="agree" busy={acts.busy} onTap={() => void join()}>
                同意并报送
              </Button>
            ),
          }
        : {})}
    >
      {asked ? (
        <Notice tone="info">{`请在${dayEndZh(closesOn)} 前决定。不同意就不会报送任何材料，不影响您的获奖。`}</Notice>
      ) : (
        <Notice tone={view.tone === 'warn' ? 'warn' : 'info'} title={stateZh}>
          {reason ?? '有新进展时会通知您，您暂时不用操作。'}
        </Notice>
      )}
      <Section title="推荐去哪里">
        <KeyValue
          items={[
            { label: '赛事', value: `${upperZh}（${docNo}）` },
            { label: '赛道', value: trackZh },
            { label: '您的奖项', value: awardZh },
          ]}
        />
        {view.explainedZh === null ? null : <View className="xh-row-detail">{view.explainedZh}</View>}
      </Section>
      <Section title="给谁看什么" aside="逐项同意">
        <View className="xh-row-detail">{`报送这些材料：${view.filesZh.join('、')}`}</View>
        {consents.map(({ kind, zh, bodyZh, fieldsZh, purposeZh, required, givenAt }) => (
          <CheckRow
            key={kind}
            id={idOf(kind)}
            label={required ? zh : `${zh}（可不选）`}
            hint={`用于${purposeZh ?? ''}：${fieldsZh ?? ''}。${bodyZh}`}
            checked={asked ? ticked[kind] === true : givenAt !== null}
            error={asked ? errors.of(kind) : undefined}
            disabled={!asked}
            onChange={(checked) => setTicked((before) => ({ ...before, [kind]: checked }))}
          />
        ))}
      </Section>
      {view.timeline.length === 0 ? null : <Story items={view.timeline} />}
      {moves.length === 0 ? null : (
        <Section title="更多操作">
          {moves.map((move) => (
            <SeldomMove
              key={move.move}
              id={move.move}
              offered={move}
              kind="text"
              about={move.danger ?? ''}
              onTap={async (meant) => {
                if (await isMeant(meant))
                  await acts.make(() => change.run({ referralId, version, move: meant.move, reason: '' }));
              }}
            />
          ))}
        </Section>
      )}
    </Page>
  );
}
