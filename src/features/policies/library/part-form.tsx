import { differing } from '@shared/forms/merge-drafts';
import { keptPart } from '@shared/policies/drafts/kept';
import type { DraftPart } from '@shared/policies/drafts/parts';
import type { ComponentType } from 'react';
import { goInstead } from '../../../client/go';
import { ConflictChoice } from '../../../patterns/forms/conflict-choice';
import { SaveSign } from '../../../patterns/forms/save-sign';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { BasicsFields, TextFields } from './basics-fields';
import { BenefitsFields } from './benefits-fields';
import { ExamplesFields } from './examples-fields';
import type { PartView } from './library-views';
import { ParametersFields } from './parameters-fields';
import { usePartKeeper } from './part-keeper';
import type { PartProps } from './part-props';
import { placeZh } from './place-words';
import { RuleFields } from './rule-fields';

const fields: Readonly<Record<DraftPart, ComponentType<PartProps>>> = {
  basics: BasicsFields,
  text: TextFields,
  benefits: BenefitsFields,
  parameters: ParametersFields,
  rule: RuleFields,
  examples: ExamplesFields,
};

/** A part as it is typed, kept while it is typed; what is wrong stands beside its field at once. */
export function PartForm({ view }: { view: PartView }) {
  const { keeper, kept } = usePartKeeper(view);
  const { server, values } = kept;
  const { part, policyDraftId, editable } = server;
  // What the server said of a value says nothing of the one typed since.
  const unsaid = differing(keptPart(part, values), server.data);
  const problems = {
    ...Object.fromEntries(Object.entries(server.problems).filter(([place]) => !unsaid.includes(place))),
    ...kept.held,
  };
  const wrongs = Object.keys(server.problems).length;
  if (kept.conflict) {
    const { theirs, merged } = kept.conflict;
    return (
      <ConflictChoice
        title={theirs.zh}
        savedByZh={theirs.savedByZh}
        fields={merged.contested.map((name) => ({
          name,
          zh: placeZh({ ...theirs.data, ...values }, name),
          mine: String(values[name] ?? ''),
          theirs: String(theirs.data[name] ?? ''),
        }))}
        onSettle={keeper.settle}
      />
    );
  }
  const done = async () => {
    if (await keeper.flush()) await goInstead('staff/policy-draft', { policyDraftId });
  };
  const Fields = fields[part];
  return (
    <Page
      over={server.zh}
      title={!editable ? '这一部分只能看' : wrongs > 0 ? `还有 ${wrongs} 处没有填好` : '这一部分填好了'}
      action={
        editable ? (
          <>
            <SaveSign kept={kept} />
            <Button id="part-done" onTap={done}>
              填好返回
            </Button>
          </>
        ) : undefined
      }
    >
      <Notice tone="info">{server.hintZh}</Notice>
      <Fields
        values={values}
        problems={problems}
        around={server.around}
        closed={!editable}
        onChange={keeper.change}
        onLeave={() => void keeper.flush()}
      />
    </Page>
  );
}
