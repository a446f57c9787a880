import { sectionNames } from '@shared/entry/sections';
import { link } from '@shared/routes';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import { backToEntry } from '../back-to-entry';
import { type Contest, type EntryView, useContest, useEntry, useHome } from '../entry-view';
import { SectionForm } from './section-form';
import { SectionReading } from './section-reading';

interface Props {
  entryId: string;
  /** As it came in the address. */
  section: string;
  check: boolean;
  /** The field that one came for; null: none. */
  at?: string | null;
}

/** One part of the entry: to fill in while it is open, to read when it is not. */
export function SectionDesk({ entryId, section: named, check, at = null }: Props) {
  const section = sectionNames.find((each) => each === named) ?? 'project';
  const entry = useEntry(entryId);
  const contest = useContest(entry.data?.contestId, entry.data?.rulesVersion);
  const home = useHome();
  const { refetch } = entry;
  // What is typed here is typed over what stands on the server now, never over something remembered.
  useEffect(() => void refetch(), [refetch]);
  const known = useRef<Contest | undefined>(undefined);
  known.current = contest.data ?? known.current;
  const opened = useRef(false);
  opened.current ||= entry.isFetchedAfterMount && entry.data !== undefined;
  const view = entry.data?.sections.find((each) => each.section === section);
  const zh = view?.zh;
  useEffect(() => {
    if (zh !== undefined) void Taro.setNavigationBarTitle({ title: zh });
  }, [zh]);

  const here = link('entry/section', { entryId, section });
  const refresh = useCallback(async (): Promise<EntryView | undefined> => (await refetch()).data, [refetch]);
  return (
    <AskedPage ask={opened.current ? entry : { ...entry, data: undefined }} here={here} missing="没有找到这个项目">
      {(data) => (
        <AskedPage
          ask={known.current ? { ...contest, data: known.current } : contest}
          here={here}
          missing="没有找到这个赛场"
        >
          {(theContest) => (
            <AskedPage ask={home} here={here} missing="没有找到赛事">
              {(theHome) =>
                view === undefined ? (
                  <NoSuchSection entryId={entryId} />
                ) : view.editable ? (
                  <SectionForm
                    key={section}
                    entry={data}
                    view={view}
                    contest={theContest}
                    home={theHome}
                    check={check}
                    at={at}
                    refresh={refresh}
                  />
                ) : (
                  <SectionReading entry={data} view={view} contest={theContest} home={theHome} />
                )
              }
            </AskedPage>
          )}
        </AskedPage>
      )}
    </AskedPage>
  );
}

/** A part that this entry does not have, reached by an old link: a team without a company answers nothing about one. */
const NoSuchSection = ({ entryId }: { entryId: string }) => (
  <Page>
    <Empty
      whole
      title="这个项目不用填这一部分"
      hint="所选的组别没有这些问题。"
      action={
        <Button id="back" kind="secondary" onTap={() => backToEntry(entryId)}>
          返回报名表
        </Button>
      }
    />
  </Page>
);
