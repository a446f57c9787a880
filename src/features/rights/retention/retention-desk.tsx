import { momentZh } from '@shared/kernel/moment-words';
import { formatFullDateZh } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../../client/api';
import { useAsk } from '../../../client/cache/use-ask';
import { AskedPage } from '../../../patterns/asked-page';
import { Button } from '../../../ui/button';
import { Empty } from '../../../ui/empty';
import { ListRow } from '../../../ui/lists/list-row';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { Tag } from '../../../ui/tag';
import { ClosingSheet } from './closing-sheet';
import type { Retention, Term } from './retention-views';
import { TermSheet } from './term-sheet';

/** How long the city keeps what, by which document, and what it closes. */
export function RetentionDesk() {
  const ask = useAsk(['rights', 'retention'], () => api.rights.retention({}));
  return (
    <AskedPage ask={ask} here={link('staff/retention')} missing="没有权限查看">
      {(retention) => <Parts {...retention} />}
    </AskedPage>
  );
}

function Parts({ terms, said, scopes, closings }: Retention) {
  const [term, setTerm] = useState<Term | null>(null);
  const [scope, setScope] = useState<Retention['scopes'][number] | null>(null);
  const own = terms.filter(({ boundsZh }) => boundsZh !== null);
  const fixed = terms.filter(({ boundsZh }) => boundsZh === null);
  return (
    <Page title={`${terms.length} 项保存期限`} over="到期由系统自动删除；法律要求更久的，记录仍然保留">
      <Section id="terms" title="可以修改的" aside={`${own.length} 项`}>
        {own.map((one) => (
          <TermRow key={one.name} term={one} onChange={() => setTerm(one)} />
        ))}
      </Section>
      <Section id="fixed-terms" title="技术记录" aside={`${fixed.length} 项`}>
        {fixed.map((one) => (
          <TermRow key={one.name} term={one} />
        ))}
      </Section>
      <Section id="said" title="改动记录" aside={`${said.length} 次`}>
        {said.length === 0 ? <Empty title="还没有改过" hint="现在用的都是标准期限。" /> : null}
        {said.map(({ n, zh, termZh, docNo, from, why, byZh, at }) => (
          <ListRow
            key={n}
            id={`said-${n}`}
            title={`${zh}：${termZh}，${from} 起`}
            detail={`${docNo}。${why}（${byZh}，${momentZh(at)}）`}
          />
        ))}
      </Section>
      <Section id="closings" title="停止服务">
        <View className="xh-row-detail">
          停止一届或一项服务前，把哪些内容留存、保存到什么时候、怎样导出告知有关的每个人。每项只公告一次。
        </View>
        {closings.map(({ scope: closed, whatZh, closesOn, told }) => (
          <ListRow
            key={closed}
            id={`closed-${closed.replace(':', '-')}`}
            title={`${whatZh}：${formatFullDateZh(closesOn)}起停止`}
            detail={`已告知 ${told} 人`}
            aside={<Tag tone="neutral">已公告</Tag>}
          />
        ))}
        {scopes.map((place) => (
          <ListRow
            key={place.scope}
            id={`close-${place.scope.replace(':', '-')}`}
            title={place.whatZh}
            detail="查看告知内容和人数"
            onTap={() => setScope(place)}
          />
        ))}
      </Section>
      {term === null ? null : <TermSheet key={term.name} term={term} onClose={() => setTerm(null)} />}
      {scope === null ? null : <ClosingSheet key={scope.scope} {...scope} onClose={() => setScope(null)} />}
    </Page>
  );
}

function TermRow({ term, onChange }: { term: Term; onChange?: () => void }) {
  const { name, zh, termZh, fromZh, basisZh, boundsZh } = term;
  return (
    <ListRow
      id={`term-${name}`}
      title={`${zh}：${termZh}`}
      detail={
        <>
          <View>{`从${fromZh}起算。依据：${basisZh}`}</View>
          {boundsZh === null ? null : <View>{`可选 ${boundsZh}`}</View>}
          {onChange ? (
            <Button id={`change-${name}`} kind="text" label={`修改${zh}的期限`} onTap={onChange}>
              修改
            </Button>
          ) : null}
        </>
      }
    />
  );
}
