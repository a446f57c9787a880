import { momentZh } from '@shared/kernel/moment-words';
import { policyMarkZh } from '@shared/policies/opens';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { go } from '../../../client/go';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { confirmDanger } from '../../../ui/sheets/confirm';
import { toast } from '../../../ui/sheets/toast';
import { Tag } from '../../../ui/tag';
import { type Library, standingTone, standingZh, termZh, useLibrary } from './library-views';

/** The city's policies: what is written, what is in force, comes or has ended, and what comes with the product. */
export function LibraryDesk() {
  const ask = useLibrary();
  return (
    <AskedPage ask={ask} here={link('staff/policies')} missing="您不能查看政策库">
      {(library) => <Lists library={library} />}
    </AskedPage>
  );
}

function titleOf({ versions, drafts }: Library): string {
  const n = versions.filter(({ standing }) => standing === 'inForce').length;
  const written = drafts.length === 0 ? '' : `，${drafts.length} 份草稿`;
  return versions.length === 0 ? `政策库还是空的${written}` : `${n} 项政策执行中${written}`;
}

const lists = ['inForce', 'notYet', 'expired'] as const;

function Lists({ library }: { library: Library }) {
  const start = useChange(api.policies.startDraft, touches.library);
  const begin = async () => {
    const begun = await start.run({ from: 'new', code: null });
    if (begun) await go('staff/policy-draft', { policyDraftId: begun.policyDraftId });
  };
  const { versions, drafts, writes } = library;
  return (
    <Page
      wide
      title={titleOf(library)}
      action={
        writes ? (
          <>
            {start.failure ? <Notice tone="error">{start.failure.message}</Notice> : null}
            <Button id="new-policy" busy={start.busy} onTap={begin}>
              写一项新政策
            </Button>
          </>
        ) : undefined
      }
    >
      {drafts.length > 0 ? (
        <Card title="草稿" aside={`${drafts.length} 份`}>
          {drafts.map(({ policyDraftId, titleZh, stateZh, tone, changedAt }) => (
            <ListRow
              key={policyDraftId}
              id={`draft-${policyDraftId}`}
              title={titleZh}
              detail={momentZh(changedAt)}
              aside={<Tag tone={tone}>{stateZh}</Tag>}
              onTap={() => go('staff/policy-draft', { policyDraftId })}
            />
          ))}
        </Card>
      ) : null}
      {versions.length === 0 ? <Empty title="还没有发布政策" hint="发布后，参赛者在“政策”页按各人情况看到。" /> : null}
      {lists.map((standing) => {
        const rows = versions.filter((each) => each.standing === standing);
        return rows.length === 0 ? null : (
          <Card key={standing} title={standingZh[standing]} aside={`${rows.length} 项`}>
            {rows.map((row) => (
              <VersionRow key={`${row.code}-${row.version}`} row={row} />
            ))}
          </Card>
        );
      })}
      <Shipped shipped={library.shipped} writes={writes} />
    </Page>
  );
}

function VersionRow({ row }: { row: Library['versions'][number] }) {
  const { code, version, titleZh, docNo, effectiveFrom, effectiveTo, standing, mark, closedZh } = row;
  return (
    <ListRow
      id={`policy-${code}-${version}`}
      title={titleZh}
      detail={
        <>
          <View>{`${docNo}，第 ${version} 版`}</View>
          <View>{termZh(effectiveFrom, effectiveTo)}</View>
          {closedZh === null || standing !== 'inForce' ? null : <View>{closedZh}</View>}
        </>
      }
      aside={
        <Tag tone={standing === 'expired' ? standingTone.expired : mark === 'confirmed' ? 'pass' : 'info'}>
          {policyMarkZh[mark]}
        </Tag>
      }
      onTap={() => go('staff/policy', { code })}
    />
  );
}

/** What comes with the product is nobody's policy before an official takes it over, looks at it and has it published. */
function Shipped({ shipped, writes }: { shipped: Library['shipped']; writes: boolean }) {
  const start = useChange(api.policies.startDraft, touches.library);
  const takeOver = useChange(api.policies.takeOverShipped, touches.library);
  const failure = start.failure ?? takeOver.failure;
  if (shipped.length === 0) return null;
  const one = async (code: string, titleZh: string) => {
    const body = '转为草稿后逐项核对，填上文号和日期，再送签发布。';
    if (!(await confirmDanger({ title: `把“${titleZh}”转为草稿`, body, confirm: '转为草稿' }))) return;
    const begun = await start.run({ from: 'shipped', code });
    if (begun) await go('staff/policy-draft', { policyDraftId: begun.policyDraftId });
  };
  const all = async () => {
    const body = `${shipped.length} 项都转为草稿，逐项核对后再送签发布。`;
    if (!(await confirmDanger({ title: '全部转为草稿', body, confirm: '转为草稿' }))) return;
    const begun = await takeOver.run({});
    if (begun) toast(`已转为 ${begun.begun} 份草稿`);
  };
  return (
    <Card title="随产品提供的政策" aside={`${shipped.length} 项`}>
      <Notice tone="info">{`按公开资料整理，没有一项由本市核定。${writes ? '点一项转为草稿，核对后再发布。' : ''}`}</Notice>
      {failure ? <Notice tone="error">{failure.message}</Notice> : null}
      {shipped.map(({ code, titleZh, docNo, confidenceZh, sourceZh }) => (
        <ListRow
          key={code}
          id={`shipped-${code}`}
          title={titleZh}
          detail={
            <>
              <View>{docNo}</View>
              <View>{`${confidenceZh}；${sourceZh}`}</View>
            </>
          }
          {...(writes && { onTap: () => one(code, titleZh) })}
        />
      ))}
      {writes ? (
        <Button id="take-over" kind="secondary" busy={takeOver.busy} onTap={all}>
          全部转为草稿
        </Button>
      ) : null}
    </Card>
  );
}
