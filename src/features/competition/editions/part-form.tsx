import { isNeeded } from '@shared/competition/edition/asked';
import { partShapes } from '@shared/competition/edition/fields';
import { keptPart } from '@shared/competition/edition/kept';
import type { PartField } from '@shared/competition/edition/part-field';
import { neededPhases } from '@shared/competition/edition/phase-order';
import { templateList, templatesIn } from '@shared/competition/edition/template-files';
import { itemPath, placesOf } from '@shared/competition/edition/values';
import { differing } from '@shared/forms/merge-drafts';
import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { api } from '../../../client/api';
import { touches } from '../../../client/cache/touches';
import { useChange } from '../../../client/cache/use-change';
import { goInstead } from '../../../client/go';
import { ConflictChoice } from '../../../patterns/forms/conflict-choice';
import { SaveSign } from '../../../patterns/forms/save-sign';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import type { PartView } from './edition-views';
import { PartFieldInput } from './part-field-input';
import { usePartKeeper } from './part-keeper';
import { PartListCard } from './part-list-card';
import { PublishPart } from './publish-part';
import { TemplateFile, TemplateFiles } from './template-files';
import './part.scss';

/** A part as it is typed, kept while it is typed; what is wrong stands beside its field at once. */
export function PartForm({ view }: { view: PartView }) {
  const { keeper, kept } = usePartKeeper(view);
  const confirm = useChange(api.competition.confirmPart, touches.competition);
  const { server, values } = kept;
  const { editionId, part, published, editable } = server;
  const shape = partShapes[part];
  // What the server said of a value says nothing of the one typed since.
  const unsaid = differing(keptPart(part, values, values), server.data);
  const problems = Object.fromEntries(Object.entries(server.problems).filter(([place]) => !unsaid.includes(place)));
  const wrongs = Object.keys(server.problems).length;

  const agree = async () => {
    if (!(await keeper.flush())) return;
    const { version } = keeper.read().server;
    if (await confirm.run({ editionId, part, version })) await goInstead('staff/edition', { editionId });
  };
  const addTemplate = useCallback(
    (uploadId: string, name: string) => {
      const named = templatesIn(keeper.read().values);
      if (named.includes(uploadId)) return;
      keeper.change(templateList, [...named, uploadId].join(','));
      keeper.change(itemPath(templateList, uploadId, 'name'), name);
      void keeper.flush();
    },
    [keeper],
  );
  if (kept.conflict) {
    const { theirs, merged } = kept.conflict;
    const asked = placesOf(part, { ...values, ...theirs.data });
    return (
      <ConflictChoice
        title={theirs.zh}
        savedByZh={theirs.savedByZh}
        fields={merged.contested.map((name) => ({
          name,
          zh:
            asked.find(([place]) => place === name)?.[1].zh ??
            `${shape.lists.find(({ path }) => path === name)?.zh ?? ''}的顺序`,
          mine: String(values[name] ?? ''),
          theirs: String(theirs.data[name] ?? ''),
        }))}
        onSettle={keeper.settle}
      />
    );
  }
  const field = (each: PartField, place: string) => (
    <PartFieldInput
      field={each}
      place={place}
      value={values[place]}
      needed={isNeeded(part, values, place, each)}
      error={kept.held[place] ?? problems[place]}
      closed={!editable}
      onChange={(value) => keeper.change(place, value)}
      onLeave={() => void keeper.flush()}
    />
  );
  const typed = shape.fields.filter(({ input }) => input !== 'hidden');
  return (
    <Page
      title={titleOf(server)}
      over={server.zh}
      action={
        editable ? (
          <>
            <SaveSign kept={kept} />
            {confirm.failure ? <Notice tone="error">{confirm.failure.message}</Notice> : null}
            {published ? (
              <PublishPart view={server} keeper={keeper} unsaved={unsaid.length > 0} />
            ) : (
              <Button id="confirm-part" busy={confirm.busy} disabled={wrongs > 0 && unsaid.length === 0} onTap={agree}>
                {wrongs > 0 ? `还有 ${wrongs} 处没有填好` : '确认这一部分'}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <Notice tone="info">{boundsOf(server)}</Notice>
      {typed.length > 0 ? (
        <Card>
          {typed.map((each) => (
            <View key={each.path}>{field(each, each.path)}</View>
          ))}
        </Card>
      ) : null}
      {shape.lists.map((list) => (
        <PartListCard
          key={list.path}
          list={list}
          values={values}
          problems={problems}
          taken={server.taken}
          closed={!editable}
          kept={part === 'phases' ? neededPhases : []}
          onChange={(place, value) => keeper.change(place, value)}
          field={field}
          {...(list.path === templateList && {
            adding: editable ? (
              <TemplateFiles editionId={editionId} named={templatesIn(values)} onAdd={addTemplate} />
            ) : null,
            beside: (uploadId: string) => <TemplateFile editionId={editionId} uploadId={uploadId} />,
          })}
        />
      ))}
    </Page>
  );
}

function titleOf({ zh, state, stateZh, problems, editable }: PartView): string {
  if (!editable) return `${zh}：${stateZh}，只能看`;
  if (state === 'unfinished') return `还有 ${Object.keys(problems).length} 处没有填好`;
  return state === 'toConfirm' ? '填好了，请看过后确认' : `${zh}${stateZh}`;
}

/** What a region may change of it, in one sentence. */
function boundsOf({ part }: PartView): string {
  switch (part) {
    case 'tracks':
      return '共同赛道由市里统一规定，各县（市、区）可以在规定的个数之内自设赛道。';
    case 'phases':
      return '日期由市里统一规定；打开“可以自定日期”的阶段，各县（市、区）可以在市里的日期之内自定。';
    default:
      return '这一部分由市里统一规定，各县（市、区）不能改。';
  }
}
