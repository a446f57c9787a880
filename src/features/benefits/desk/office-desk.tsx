import { wasLent } from '@shared/benefits/kinds/guaranteed-loan/states';
import type { Answers } from '@shared/forms/question';
import { momentZh } from '@shared/kernel/moment-words';
import { termDeadlineZh } from '@shared/kernel/term-words';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { AskedPage } from '../../../patterns/asked-page';
import { isMeant } from '../../../patterns/cases/offered';
import { SeldomMove } from '../../../patterns/cases/seldom-move';
import { Story } from '../../../patterns/cases/story';
import { useMoves } from '../../../patterns/cases/use-moves';
import { useSheet } from '../../../patterns/cases/use-sheet';
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
import { MoveSheet } from '../application/move-sheet';
import { Records } from '../application/records';
import { Lent } from '../lent/lent';
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
  const change = useChange(api.benefits.moveApplication, touches.benefits);
  const moves = useMoves([change], applicationKey(applicationId));
  const { open, refusal } = useOpenFile(api.benefits.openFile);
  const { sheet, open: openSheet, close } = useSheet<Move>(moves.forget);
  const make = async (move: string, told: Partial<Told> = {}) => {
    const done = await moves.make(() => change.run({ applicationId, version, move, reason: '', faults: [], ...told }));
    if (done) close();
    return done;
  };
  const ask = async (move: Move) => {
    if (move.asksFaults || asksOnSheet(move)) return openSheet(move);
    if (move.danger === null || (await isMeant(move))) await make(move.move);
  };
  const now = (name: string) => view.moves.find(({ move }) => move === name) ?? null;
  const writes = sheet?.asksFaults === true;
  // One that is open stays when its move is offered no more: what was typed in it is not to vanish.
  const sheets = new Set(
    [...view.moves.filter(asksOnSheet), ...(sheet && !writes ? [sheet] : [])].map(({ move }) => move),
  );
  return (
    <Page
      over={[kindZh, regionZh, reference].filter((each) => each !== null).join('，')}
      title={stateZh}
      refused={sheet === null ? moves.failure?.message : null}
      action={<Actions moves={view.moves} busy={moves.busy} onMove={ask} />}
    >
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
      {rankZh === null || view.holderZh === null ? null : (
        <Notice tone="info">{`获${rankZh}，排队时在前；核实标准不变。`}</Notice>
      )}
      {wasLent(view.state) && view.party !== 'city' ? <Lent applicationId={applicationId} own={false} /> : null}
      <Records records={view.records} />
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
                    opens={office?.opens === true}
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
      <Seldom moves={view.moves} onMove={ask} />
      <ReturnSheet
        applicationId={applicationId}
        open={writes}
        offered={sheet && writes ? now(sheet.move) : null}
        sections={view.faultSections}
        failure={moves.failure}
        onClose={close}
        onSend={(faults, reason) => make(sheet?.move ?? '', { faults, reason })}
      />
      {[...sheets].map((move) => (
        <MoveSheet
          key={move}
          applicationId={applicationId}
          kind={view.kind}
          move={move}
          offered={now(move)}
          open={sheet?.move === move}
          failure={moves.failure}
          onClose={close}
          onSend={(reason, answers) => make(move, { reason, answers })}
        />
      ))}
    </Page>
  );
}

type Move = ApplicationView['moves'][number];
/** It has a sheet of its own, with a reason or questions on it. */
const asksOnSheet = ({ asksFaults, asksReason, asked }: Move): boolean => !asksFaults && (asksReason || asked !== null);

type Told = { reason: string; faults: Array<{ section: string; text: string }>; answers: Answers };

interface ActionProps {
  moves: readonly Move[];
  onMove: (move: Move) => unknown;
}

/** What leads on stands at the bottom of the page, and beside it what sends back. */
function Actions({ moves, busy, onMove }: ActionProps & { busy: boolean }) {
  const lead = moves.find(({ leads }) => leads);
  const back = moves.find(({ asksFaults }) => asksFaults);
  // What is seldom needed may be all that can be done.
  const none = moves.length === 0 ? '现在没有要您办的操作' : '可以办的在上面“更多操作”里';
  if (lead === undefined) return <View className="xh-row-detail">{none}</View>;
  const button = (
    <Button id={lead.move} busy={busy} onTap={() => onMove(lead)}>
      {lead.label}
    </Button>
  );
  if (back === undefined) return button;
  return (
    <View className="xh-pair-of-buttons xh-decisions">
      <Button id={back.move} kind="secondary" onTap={() => onMove(back)}>
        {back.label}
      </Button>
      {button}
    </View>
  );
}

/** What is seldom needed stands under everything else. */
function Seldom({ moves, onMove }: ActionProps) {
  const lead = moves.find(({ leads }) => leads);
  const back = lead && moves.find(({ asksFaults }) => asksFaults);
  const seldom = moves.filter((move) => move !== lead && move !== back);
  if (seldom.length === 0) return null;
  return (
    <Section title="更多操作">
      {seldom.map((move) => (
        <SeldomMove
          key={move.move}
          id={move.move}
          offered={move}
          kind={move.asksReason && move.danger !== null ? 'danger' : 'text'}
          about={move.danger ?? ''}
          onTap={() => onMove(move)}
        />
      ))}
    </Section>
  );
}

const verdicts = { pass: '符合', fail: '不符合', unknown: '待核对' } as const;
const tones = { pass: 'pass', fail: 'warn', unknown: 'info' } as const;

/** How each condition came out as the application was handed in; of what is not the office's to see, the result alone. */
function Judged({ view: { judged } }: { view: ApplicationView }) {
  const leaves = judged?.lines.filter(({ leaf }) => leaf) ?? [];
  // An office that reads no conditions reads whether all hold.
  if (judged === null) return null;
  return (
    <Section title="提交时按政策核对" aside={`${judged.docNo}，第 ${judged.version} 版`}>
      {leaves.length === 0 ? (
        <ListRow
          id="line-all"
          title="申报条件"
          aside={<Tag tone={tones[judged.verdict]}>{verdicts[judged.verdict]}</Tag>}
        />
      ) : null}
      {leaves.map(({ zh, verdict }) => (
        <ListRow key={zh} id={`line-${zh}`} title={zh} aside={<Tag tone={tones[verdict]}>{verdicts[verdict]}</Tag>} />
      ))}
    </Section>
  );
}
