import type { KindSection } from '@shared/benefits/application/kind';
import { askedIn } from '@shared/benefits/application/problems';
import { keptSection, unkeepable } from '@shared/forms/kept-section';
import { answerZh } from '@shared/forms/lines';
import { differing } from '@shared/forms/merge-drafts';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../../client/api';
import { PartFaults } from '../../../patterns/cases/part-faults';
import { PartConflict } from '../../../patterns/forms/conflict-choice';
import { FormKeeper } from '../../../patterns/forms/form-keeper';
import { SaveSign } from '../../../patterns/forms/save-sign';
import { SealedField } from '../../../patterns/forms/sealed-field';
import type { Holds } from '../../../patterns/forms/sealed-ready';
import { useFormKeeper } from '../../../patterns/forms/use-form-keeper';
import { Card } from '../../../ui/card';
import { afterTap } from '../../../ui/fields/after-tap';
import { type ApplicationView, applicationKey, type SectionView } from './application-view';
import { QuestionField } from './question-field';

/** A part's words on their way to the server. */
export type Saves = Pick<FormKeeper<SectionView, string>, 'flush' | 'stuck'>;

interface Props {
  applicationId: string;
  spec: KindSection;
  view: SectionView;
  /** Why numbers may not be typed yet; null when they may. */
  closed: string | null;
  /** Everything missing is said, since somebody tried to hand in. */
  checked: boolean;
  /** Lets the page save all that is typed before it hands in, and find what cannot be kept. */
  onKeeper: (section: string, keeper: Saves) => void;
}

/** One part of an application, kept while it is typed. */
export function SectionCard({ applicationId, spec: plain, view, closed, checked, onKeeper }: Props) {
  const spec = withChoices(plain, view.choices);
  const { section } = view;
  const cache = useQueryClient();
  const put = (saved: SectionView) =>
    cache.setQueryData<ApplicationView>(
      applicationKey(applicationId),
      (all) =>
        all && {
          ...all,
          own: all.own && {
            ...all.own,
            sections: all.own.sections.map((each) => (each.section === section ? saved : each)),
          },
        },
    );
  const { keeper, kept } = useFormKeeper(
    () =>
      new FormKeeper<SectionView, string>(
        {
          draft: `application-${applicationId}:${section}`,
          save: (saving, key) =>
            api.benefits.saveApplication(
              { applicationId, section, ...saving, sealed: sealedOf(saving) },
              { context: { key } },
            ),
          plain: (values) => keptSection(spec.questions, values),
          unkeepable: (values) => unkeepable(spec.questions, values),
          onSaved: put,
        },
        view,
      ),
  );
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => onKeeper(section, keeper), [keeper, onKeeper, section]);
  const leave = (name: string) => {
    afterTap(() => setLeft((names) => new Set(names).add(name)));
    void keeper.flush();
  };
  const { server } = kept;
  const unsaid = differing(keptSection(spec.questions, kept.values), keptSection(spec.questions, server.data));
  const problemOf = (name: string) =>
    kept.held[name] ?? ((checked || left.has(name)) && !unsaid.includes(name) ? server.problems[name] : undefined);
  if (kept.conflict) {
    const { theirs, merged } = kept.conflict;
    const told = spec.questions.filter(({ name }) => merged.contested.includes(name));
    return (
      <PartConflict
        id={`part-${section}`}
        title={spec.zh}
        savedByZh={theirs.savedByZh}
        fields={told.map((question) => ({
          name: question.name,
          zh: question.zh,
          mine: answerZh(question, kept.values[question.name], question.choices ?? []),
          theirs: answerZh(question, theirs.data[question.name], question.choices ?? []),
        }))}
        onSettle={keeper.settle}
      />
    );
  }
  const asked = askedIn(spec, kept.values);
  return (
    <Card id={`part-${section}`} title={spec.zh}>
      <View>
        <PartFaults faults={server.faults} />
      </View>
      {spec.questions.map((question) => (
        // A place of its own: a field that comes or goes is not to send the others to WeChat again.
        <View key={question.name}>
          {!asked.includes(question) ? null : question.input === 'sealed' ? (
            <SealedField
              name={question.name}
              label={question.zh}
              hint={question.hintZh}
              holds={holdsOf[question.name] ?? 'resident_id'}
              masked={server.masked[question.name]}
              closed={closed}
              sealing={kept.sealing.includes(question.name)}
              refusal={kept.sealedProblems[question.name]}
              problem={problemOf(question.name)}
              keeper={keeper}
              onLeave={() => leave(question.name)}
            />
          ) : (
            <QuestionField
              section={section}
              question={question}
              value={kept.values[question.name]}
              source={unsaid.includes(question.name) ? undefined : server.sources[question.name]}
              error={problemOf(question.name)}
              onChange={(value) => keeper.change(question.name, value)}
              onLeave={() => leave(question.name)}
            />
          )}
        </View>
      ))}
      <SaveSign kept={kept} />
    </Card>
  );
}

/** What a covered question holds, by its name in all kinds. */
export const holdsOf: Readonly<Record<string, Holds>> = {
  idNumber: 'resident_id',
  phone: 'phone',
  account: 'account',
};

/** The part's questions with what may be chosen in them now. */
const withChoices = (spec: KindSection, choices: SectionView['choices']): KindSection => ({
  ...spec,
  questions: spec.questions.map((question) => ({ ...question, choices: choices[question.name] ?? question.choices })),
});

/** Without what is not being sent. */
const sealedOf = ({ sealed = {} }: { sealed?: Partial<Record<string, string>> }): Record<string, string> =>
  Object.fromEntries(Object.entries(sealed).filter((one): one is [string, string] => one[1] !== undefined));
