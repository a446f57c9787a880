import type { KindSection } from '@shared/benefits/application/kind';
import { kindOf } from '@shared/benefits/kinds';
import type { Purpose } from '@shared/telling/templates';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useCallback, useRef, useState } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { CorrectionOrder } from '../../../patterns/cases/correction-order';
import { useMoves } from '../../../patterns/cases/use-moves';
import { usePhoneOffer } from '../../../patterns/use-phone-offer';
import { Button } from '../../../ui/button';
import { focusField } from '../../../ui/fields/focus-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { ApplicationFiles } from './application-files';
import { type ApplicationView, applicationKey, type OwnView } from './application-view';
import { DeleteDraft } from './delete-draft';
import { officeOf, Receivers } from './receivers';
import { type Saves, SectionCard } from './section-card';
import { Withdraw } from './withdraw';

/** What comes of handing it in. */
const decided: readonly Purpose[] = ['application'];

/** An application that is open: what goes to whom, every part, the documents, and one button that hands it in. */
export function Filling({ view, own }: { view: ApplicationView; own: OwnView }) {
  const { applicationId, version, correction, clock } = view;
  const kind = kindOf(view.kind);
  const keepers = useRef(new Map<string, Saves>());
  const onKeeper = useCallback((section: string, keeper: Saves) => {
    keepers.current.set(section, keeper);
  }, []);
  const [checked, setChecked] = useState(correction !== null);
  const submit = useChange(api.benefits.moveApplication, touches.benefits);
  const moves = useMoves([submit], applicationKey(applicationId));
  const cache = useQueryClient();
  const unagreed = unagreedIn(own);
  const offer = usePhoneOffer(decided);
  const whole =
    unagreed === undefined &&
    own.sections.every(({ editable, problems }) => !editable || Object.keys(problems).length === 0);
  const closed = unagreed === undefined ? null : `请先在上面勾选“${unagreed.zh}”`;

  /** Saves all that is typed; the first part that could not be. */
  const flushAll = async (): Promise<string | undefined> => {
    const parts = [...keepers.current.keys()];
    const saved = await Promise.all([...keepers.current.values()].map((keeper) => keeper.flush()));
    return parts[saved.indexOf(false)];
  };
  /** What could not be saved comes into sight: the field whose words cannot be kept as they stand, else its part. */
  const showUnsaved = (section: string) => {
    const stuck = keepers.current.get(section)?.stuck() ?? null;
    const spec = kind?.sections.find(({ code }) => code === section);
    focusField(stuck === null ? `part-${section}` : fieldIdOf(spec, stuck));
  };
  const handIn = async () => {
    // First of all: after the first answer of the server it is no longer inside the tap.
    if (whole) await offer.ask();
    const unsaved = await flushAll();
    setChecked(true);
    if (unsaved !== undefined) return showUnsaved(unsaved);
    // What was typed last was judged only now, after this page was drawn.
    const kept = cache.getQueryData<ApplicationView>(applicationKey(applicationId))?.own ?? own;
    const lacking = unagreedIn(kept);
    const open = kept.sections.filter(({ editable }) => editable);
    const wrong = open.flatMap(({ section, problems }) =>
      Object.keys(problems).map((name) =>
        fieldIdOf(
          kind?.sections.find(({ code }) => code === section),
          name,
        ),
      ),
    )[0];
    if (lacking !== undefined) return focusField(`consent-${officeOf(lacking.kind)}`);
    if (wrong !== undefined) return focusField(wrong);
    const body = '提交后由办理单位核对，期间不能修改；需要补正时会一次性告知您。';
    if (!(await confirmDanger({ title: '提交申报', body, confirm: '提交' }))) return;
    const handed = { applicationId, version, move: own.handsIn ?? '', reason: '', faults: [] };
    if (await moves.make(() => submit.run(handed))) toast(correction === null ? '已提交' : '已重新提交');
  };

  return (
    <Page
      over={`${view.kindZh}，${view.regionZh}`}
      title={correction === null ? '填好就可以提交' : `有 ${correction.faults.length} 处需要补正`}
      refused={moves.failure?.message}
      action={
        <>
          {whole && offer.words !== null ? <View className="xh-row-detail">{offer.words}</View> : null}
          <Button id="submit" busy={moves.busy} onTap={handIn}>
            {correction === null ? '提交申报' : '重新提交'}
          </Button>
        </>
      }
    >
      {correction === null ? (
        <Notice tone="info">{own.introZh}</Notice>
      ) : (
        <CorrectionOrder
          order={{ ...correction, dueDate: clock.dueDate ?? '' }}
          term={clock}
          lapseZh="逾期申报失效，可以重新申报。"
          onFault={(section) => focusField(`part-${section}`)}
        />
      )}
      <Receivers applicationId={applicationId} consents={own.consents} checked={checked} />
      {own.sections
        .filter(({ editable }) => editable)
        .map((section) => {
          const spec = kind?.sections.find(({ code }) => code === section.section);
          return spec ? (
            <SectionCard
              key={section.section}
              applicationId={applicationId}
              spec={spec}
              view={section}
              closed={closed}
              checked={checked}
              onKeeper={onKeeper}
            />
          ) : null;
        })}
      {own.slots.some(({ open }) => open) ? <ApplicationFiles applicationId={applicationId} own={own} /> : null}
      <Withdraw view={view} />
      <DeleteDraft view={view} onFlush={async () => (await flushAll()) === undefined} />
    </Page>
  );
}

const unagreedIn = ({ consents }: OwnView) => consents.find(({ required, givenAt }) => required && givenAt === null);

/** A covered field bears its name alone, as in every form. */
const fieldIdOf = (spec: KindSection | undefined, name: string): string =>
  spec?.questions.some((question) => question.name === name && question.input === 'sealed')
    ? `field-${name}`
    : `field-${spec?.code ?? ''}-${name}`;
