import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Segmented } from '../../../../ui/fields/segmented';
import { Notice } from '../../../../ui/notice';
import { Page } from '../../../../ui/page';
import { onWeb } from '../../../../ui/spoken';
import { deskWidth, useWide } from '../../../../ui/use-wide';
import { NeighbourBar } from '../../neighbours/neighbour-bar';
import type { QueueFilter } from '../../queue/queue-link';
import type { KeptMark, MarkKeeper, Review, ReviewSection } from '../marks/mark-keeper';
import type { Opens } from '../personal-value';
import { ReviewHead } from '../review-head';
import type { Place } from '../row-state';
import { DeskHead } from './desk-head';
import { DeskRail, type DeskTab } from './desk-rail';
import { DocumentsPane } from './documents-pane';
import { KeyHelp } from './key-help';
import { ShowBeside } from './show-beside';
import { useDeskKeys } from './use-desk-keys';
import { useDocuments } from './use-documents';
import { useNeighbours } from './use-neighbours';
import { useParts } from './use-parts';
import './desk.scss';

const tabs = [
  { value: 'form', zh: '逐项审核' },
  { value: 'checks', zh: '核查与备注' },
  { value: 'story', zh: '办理过程' },
] as const;

type Section = ReviewSection['section'];

interface Props {
  review: Review;
  /** The queue that one came from. */
  filter: QueueFilter;
  kept: ReadonlyMap<Section, KeptMark>;
  keeper: MarkKeeper;
  /** Does this reader hold the entry, so that marks can be made. */
  marks: boolean;
  opens: Opens;
  /** Why nothing newer can be shown. */
  outdated: string | null;
  tab: DeskTab;
  onTab: (tab: DeskTab) => void;
  /** The form; told which row is in question. */
  form: (current: Place | null) => ReactNode;
  checks: ReactNode;
  story: ReactNode;
  /** The decisions. */
  foot: ReactNode;
  /** Sheets that come over all of it. */
  children: ReactNode;
}

/**
 * How a review is laid out: on a phone one column with the decisions at its foot; from 900 px a desk with rail, form and document, each of which scrolls by
 * itself. The form is the same element in both, so that nothing typed is lost when the window is drawn wider.
 */
export function ReviewLayout(props: Props) {
  const { review, filter, opens, outdated, tab, onTab, form, checks, story, foot, children } = props;
  const wide = useWide(deskWidth);
  const parts = useParts(props);
  const documents = useDocuments(review, wide);
  const neighbours = useNeighbours(review.entryId, filter, wide);
  const inForm = (go: () => void) => () => {
    onTab('form');
    go();
  };
  const judging = (judge: () => void) => () => {
    if (tab === 'form') judge();
  };
  useDeskKeys(
    {
      '1': judging(() => parts.judge('ok')),
      '2': judging(() => parts.judge('fault')),
      '3': judging(parts.judgeOthers),
      j: inForm(() => parts.step(1)),
      k: inForm(() => parts.step(-1)),
      l: inForm(() => parts.leap(1)),
      h: inForm(() => parts.leap(-1)),
      escape: parts.back,
      n: () => neighbours.goNext(),
    },
    wide,
  );
  const records = review.checks.reduce((sum, { looks }) => sum + looks.length, review.notes.length);
  return (
    <Page {...(wide ? { className: 'xh-desk' } : { action: foot })}>
      <ShowBeside.Provider value={wide ? documents.show : null}>
        <View className="xh-desk-grid">
          {wide ? <DeskHead review={review} filter={filter} neighbours={neighbours} /> : null}
          {wide ? <DeskRail parts={parts} tab={tab} onTab={onTab} records={records} neighbours={neighbours} /> : null}
          <View id="desk-form" className="xh-desk-form">
            {outdated === null ? null : (
              <Notice tone="warn" title="下面的内容不是最新的">
                {outdated}
              </Notice>
            )}
            {wide ? null : <ReviewHead review={review} />}
            {wide ? null : <NeighbourBar filter={filter} entryId={review.entryId} />}
            {wide ? null : <Segmented id="review-tab" label="查看内容" options={tabs} value={tab} onChange={onTab} />}
            {tab === 'form' ? form(wide ? parts.current : null) : null}
            {tab === 'checks' ? checks : null}
            {tab === 'story' ? story : null}
          </View>
          {wide ? (
            <DocumentsPane
              materials={review.materials}
              renewals={review.renewals}
              names={documents.names}
              opens={opens}
              file={documents.file}
              chosen={documents.chosen}
              onShow={documents.show}
            />
          ) : null}
          {wide ? (
            <View className="xh-desk-foot">
              {onWeb ? <KeyHelp marks={props.marks} /> : null}
              {foot}
            </View>
          ) : null}
        </View>
      </ShowBeside.Provider>
      {children}
    </Page>
  );
}
