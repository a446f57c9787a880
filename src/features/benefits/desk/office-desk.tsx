import { momentZh } from '@shared/kernel/moment-words';
import { termDeadlineZh } from '@shared/kernel/term-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedPage } from '../../../patterns/asked-page';
import { isMeant, offeredOf } from '../../../patterns/cases/offered';
import { ReasonSheet } from '../../../patterns/cases/reason-sheet';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { Story } from '../../../patterns/cases/story';
import { useMoves } from '../../../patterns/cases/use-moves';
import { useOpenFile } from '../../../patterns/files/use-open-file';
import { SealedValue } from '../../../patterns/sealed-value';
import { Button } from '../../../ui/button';
import { WorkingDayTicks } from '../../../ui/figures/working-day-ticks';
import { KeyValue } from '../../../ui/lists/key-value';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { type ApplicationView, applicationKey, useApplication } from '../application/application-view';
import { ReturnSheet } from './return-sheet';

/** One application before an office: what is its own to see, how the rule came out, and what it may do. */
export function OfficeDesk({ applicationId }: { applicationId: string }) {
  const ask = useApplication(applicationId);
  return (
    <AskedPage ask={ask} here={link('staff/application', { applicationId })} missing="没有找到这份申报">
      {(view) => <Office view={view} />}
    </AskedPage>
  );
}

function Office({ view }: { view: ApplicationView }) {
  const { applicationId, version, clock, stateZh, kindZh, regionZh, reference, office, rankZh } = view;
  const [sheet, setSheet] = useState<'return' | 'reject' | null>(null);
  const change = useChange(api.benefits.moveApplication, touches.benefits);
  const moves = useMoves([change], applicationKey(applicationId));
  const { open, refusal } = useOpenFile(api.benefits.openFile);
  const held = offeredOf(view.moves, 'pass') !== null;
  const make = (move: string, reason = '', faults: Array<{ section: string; text: string }> = []) =>
    moves.make(() => change.run({ applicationId, version, move, reason, faults }));
  const ask = async (name: string) => {
    const offered = offeredOf(view.moves, name);
    if (offered && (offered.danger === null || (await isMeant(offered)))) await make(name);
  };
  return (
    <Page
      over={[kindZh, regionZh, reference].filter((each) => each !== null).join('，')}
      title={stateZh}
      action={<Actions view={view} busy={moves.busy} onMove={ask} onSheet={setSheet} />}
    >
      {moves.failure && sheet === null ? <Notice tone="error">{moves.failure.message}</Notice> : null}
      {clock.dueDate === null || clock.workdays === null ? null : (
        <>
          <WorkingDayTicks
            total={clock.workdays}
            left={clock.workdaysLeft ?? 0}
            over={clock.workdaysOver}
            words={termDeadlineZh(clock.dueDate, clock)}
          />
          <View className="xh-row-detail">{clock.reachedZh}</View>
        </>
      )}
      {rankZh === null ? null : <Notice tone="info">{`获${rankZh}，排队时在前；核实标准不变。`}</Notice>}
      <Judged view={view} />
      {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
      {(office?.parts ?? []).map(({ section, zh, lines }) => (
        <Section key={section} title={zh}>
          <KeyValue
            items={lines.map(({ field, label, value, sealed }) => ({
              label,
              value:
                sealed === null ? (
                  value
                ) : (
                  <SealedValue
                    id={field}
                    label={label}
                    masked={value}
                    opens={held}
                    warning="查看会留下记录，申报人能看到。"
                    reveal={api.benefits.reveal}
                    input={{ applicationId, field: sealed }}
                    read={(answer: { value: string }) => answer.value}
                  />
                ),
            }))}
          />
        </Section>
      ))}
      {office === null || office.files.length === 0 ? null : (
        <Section title="材料">
          {office.files.map(({ uploadId, slotZh, name, uploadedAt }) => (
            <ListRow
              key={uploadId}
              id={`file-${uploadId}`}
              title={slotZh}
              detail={`${name}，${momentZh(uploadedAt)}`}
              onTap={() => void open(uploadId)}
            />
          ))}
        </Section>
      )}
      <Story items={view.timeline} />
      <Seldom view={view} onMove={ask} onSheet={setSheet} />
      <ReturnSheet
        open={sheet === 'return'}
        offered={offeredOf(view.moves, 'return')}
        sections={view.faultSections}
        failure={moves.failure}
        onClose={() => setSheet(null)}
        onSend={async (faults, message) => {
          const done = await make('return', message, faults);
          if (done) setSheet(null);
          return done;
        }}
      />
      <ReasonSheet
        move="reject"
        offered={offeredOf(view.moves, 'reject')}
        hint="申报人会看到，请写明依据"
        max={500}
        kind="danger"
        open={sheet === 'reject'}
        onClose={() => setSheet(null)}
        failure={moves.failure}
        onSend={async (reason) => {
          const done = await make('reject', reason);
          if (done) setSheet(null);
          return done;
        }}
      />
    </Page>
  );
}

interface ActionProps {
  view: ApplicationView;
  busy: boolean;
  onMove: (move: string) => unknown;
  onSheet: (sheet: 'return' | 'reject') => void;
}

/** Taken first, then decided: sending back and passing on stand apart. */
function Actions({ view: { moves }, busy, onMove, onSheet }: ActionProps) {
  const offers = (name: string) => offeredOf(moves, name) !== null;
  if (offers('claim')) {
    return (
      <Button id="claim" busy={busy} onTap={() => onMove('claim')}>
        受理
      </Button>
    );
  }
  if (!offers('pass')) return <View className="xh-row-detail">现在没有要您办的操作</View>;
  return (
    <View className="xh-pair-of-buttons xh-decisions">
      <Button id="return" kind="secondary" onTap={() => onSheet('return')}>
        退回
      </Button>
      <Button id="pass" busy={busy} onTap={() => onMove('pass')}>
        通过
      </Button>
    </View>
  );
}

/** What is seldom needed stands under everything else. */
function Seldom({ view: { moves }, onMove, onSheet }: Omit<ActionProps, 'busy'>) {
  const back = offeredOf(moves, 'putBack');
  const reject = offeredOf(moves, 'reject');
  if (back === null && reject === null) return null;
  return (
    <Section title="更多操作">
      {back ? (
        <SeldomMove
          id="put-back"
          offered={back}
          kind="text"
          about="交回后由同事受理。"
          onTap={() => onMove('putBack')}
        />
      ) : null}
      {reject ? (
        <SeldomMove
          id="reject"
          offered={reject}
          kind="danger"
          about="不符合资格时用，须写明理由。"
          onTap={() => onSheet('reject')}
        />
      ) : null}
    </Section>
  );
}

const verdicts = { pass: '符合', fail: '不符合', unknown: '待核对' } as const;
const tones = { pass: 'pass', fail: 'warn', unknown: 'info' } as const;

/** How each condition came out as the application was handed in; of what is not the office's to see, the result alone. */
function Judged({ view: { judged } }: { view: ApplicationView }) {
  if (judged === null) return null;
  return (
    <Section title="提交时按政策核对" aside={`${judged.docNo}，第 ${judged.version} 版`}>
      {judged.lines
        .filter(({ leaf }) => leaf)
        .map(({ zh, verdict }) => (
          <ListRow key={zh} id={`line-${zh}`} title={zh} aside={<Tag tone={tones[verdict]}>{verdicts[verdict]}</Tag>} />
        ))}
    </Section>
  );
}
