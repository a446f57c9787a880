import { askedFields, type Field, fieldsOf } from '@shared/entry/fields';
import { personalConsent } from '@shared/entry/personal-consent';
import { keptSection } from '@shared/forms/kept-section';
import { differing } from '@shared/forms/merge-drafts';
import { paperKindOf } from '@shared/kernel/identity-paper';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { PartFaults } from '../../../patterns/cases/part-faults';
import { ConflictChoice } from '../../../patterns/forms/conflict-choice';
import { SaveSign } from '../../../patterns/forms/save-sign';
import { SealedField } from '../../../patterns/forms/sealed-field';
import { Button } from '../../../ui/button';
import { Card } from '../../../ui/card';
import { afterTap } from '../../../ui/fields/after-tap';
import { focusField } from '../../../ui/fields/focus-field';
import { Notice } from '../../../ui/notice';
import { Page } from '../../../ui/page';
import { backToEntry } from '../back-to-entry';
import { choicesOf, shownValue } from '../begin/choices';
import { EntityRegion } from '../begin/entity-region';
import { useConsentFirst } from '../begin/use-consent-first';
import type { Contest, EntryView, Home, SectionView } from '../entry-view';
import { Consents } from '../team/consents';
import { Declaration } from '../team/declaration';
import { ClosingBanner, Countdown } from './closing';
import { SectionField } from './section-field';
import type { SealedName } from './section-keeper';
import { closingOf, useClosing } from './use-closing';
import { useSectionKeeper } from './use-section-keeper';
import './section.scss';

interface Props {
  entry: EntryView;
  view: SectionView;
  contest: Contest;
  home: Home;
  /** Arrived to put things right: everything wrong is said at once. */
  check: boolean;
  /** The field that one came for; null: none, or what is wrong first. */
  at: string | null;
  refresh: () => Promise<EntryView | undefined>;
}

const sealedNameOf = ({ name }: Field): SealedName => (name === 'phone' ? 'phone' : 'idNumber');

/** The first thing wrong, in the order of the page; the declaration's consents stand before its own fields. */
const firstWrong = (view: SectionView): string | undefined => {
  const wrong = Object.keys(view.problems);
  const consents = wrong.filter((name) => name.startsWith('consent.'));
  const fields =
    view.section === 'declaration' ? ['agreed', 'typedName'] : fieldsOf[view.section].map(({ name }) => name);
  return [...consents, ...fields, ...wrong].find((name) => wrong.includes(name));
};

/** One section of the form, kept while it is typed. What is missing is said once a field was left, or all at once on checking. */
export function SectionForm({ entry, view, contest, home, check, at, refresh }: Props) {
  const { keeper, kept } = useSectionKeeper(entry.entryId, view);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [checked, setChecked] = useState(check);
  const { server } = kept;
  const stage = useClosing(closingOf(entry));
  const { consents, setConsents, asked, closed, idOf } = useConsentFirst(entry, view);
  const firstOne = at ?? (check ? firstWrong(view) : undefined);
  const arrivedAt = useRef(firstOne === undefined ? null : idOf(firstOne));
  useEffect(() => {
    if (arrivedAt.current) focusField(arrivedAt.current);
  }, []);

  const leave = (name: string) => {
    afterTap(() => setLeft((names) => new Set(names).add(name)));
    void keeper.flush();
  };
  // What the server said of a value says nothing of the one typed since.
  const unsaid = [
    ...differing(keptSection(fieldsOf[view.section], kept.values), keptSection(fieldsOf[view.section], server.data)),
    ...kept.sealing,
  ];
  const problemOf = (name: string) =>
    kept.held[name] ?? ((checked || left.has(name)) && !unsaid.includes(name) ? server.problems[name] : undefined);
  const learn = (answer: EntryView) => {
    setConsents(answer.consents);
    keeper.learn(answer.sections.find(({ section }) => section === view.section));
  };
  const finish = async () => {
    if (!(await keeper.flush())) {
      const stuck = keeper.stuck();
      if (stuck !== null) focusField(idOf(stuck));
      return;
    }
    const wrong = firstWrong(keeper.read().server);
    if (wrong === undefined) return backToEntry(entry.entryId);
    setChecked(true);
    focusField(idOf(wrong));
  };

  if (kept.conflict) {
    const { theirs, merged } = kept.conflict;
    const fields = fieldsOf[view.section].filter(({ name }) => merged.contested.includes(name));
    const shown = (field: Field, values: SectionView['data']) =>
      shownValue(field, values[field.name], choicesOf(field, contest, home));
    return (
      <ConflictChoice
        title={theirs.zh}
        savedByZh={theirs.savedByZh}
        fields={fields.map((field) => ({
          name: field.name,
          zh: field.zh,
          mine: shown(field, kept.values),
          theirs: shown(field, theirs.data),
        }))}
        onSettle={keeper.settle}
      />
    );
  }
  const wrongs = Object.keys(server.problems).length;
  const toAsk = askedFields(view.section, kept.values, contest.identityPapers);
  return (
    <Page
      title={view.zh}
      action={
        <>
          <Countdown entry={entry} stage={stage} />
          <SaveSign kept={kept} />
          <Button id="done" onTap={finish}>
            填好返回
          </Button>
          {checked && wrongs > 0 ? (
            <Button id="later" kind="text" onTap={() => backToEntry(entry.entryId)}>
              先返回，以后再填
            </Button>
          ) : null}
        </>
      }
    >
      <ClosingBanner entry={entry} stage={stage} refresh={refresh} />
      {/* A place of its own: what comes and goes here would have every field sent to WeChat again, over what is being typed. */}
      <View>
        <PartFaults faults={server.faults} />
        {kept.taken.length > 0 ? (
          <Notice tone="info">{`有人刚修改了${namesZh(view, kept.taken)}，已一并保留。`}</Notice>
        ) : null}
        {checked && wrongs > 0 ? <Notice tone="warn">{`还有 ${wrongs} 处没有填好，已在下面标出。`}</Notice> : null}
      </View>
      {asked ? (
        <Consents
          entryId={entry.entryId}
          consents={consents}
          only={personalConsent}
          problemOf={problemOf}
          onGiven={learn}
        />
      ) : null}
      {view.section === 'declaration' ? (
        <Declaration
          entryId={entry.entryId}
          contest={contest}
          keeper={keeper}
          kept={kept}
          problemOf={problemOf}
          onLeave={leave}
          consents={consents}
          onGiven={learn}
        />
      ) : (
        <Card>
          {fieldsOf[view.section].map(({ name }) => {
            const field = toAsk.find((each) => each.name === name);
            // A place of its own: a field that comes or goes is not to send the others to WeChat again.
            return (
              <View key={name}>
                {field === undefined ? null : field.input === 'sealed' ? (
                  <SealedField
                    name={sealedNameOf(field)}
                    label={field.zh}
                    hint={field.hintZh}
                    holds={
                      sealedNameOf(field) === 'phone'
                        ? 'phone'
                        : paperKindOf(kept.values.idKind, contest.identityPapers)
                    }
                    masked={server.masked[name]}
                    closed={closed}
                    sealing={kept.sealing.includes(sealedNameOf(field))}
                    refusal={kept.sealedProblems[name]}
                    problem={problemOf(name)}
                    keeper={keeper}
                    onLeave={() => leave(name)}
                  />
                ) : (
                  <SectionField
                    field={field}
                    value={kept.values[name]}
                    error={problemOf(name)}
                    contest={contest}
                    home={home}
                    onChange={(value) => keeper.change(name, value)}
                    onLeave={() => leave(name)}
                  />
                )}
              </View>
            );
          })}
        </Card>
      )}
      <View>
        {view.section === 'entity' ? (
          <EntityRegion entry={entry} contest={contest} home={home} keeper={keeper} kept={kept} refresh={refresh} />
        ) : null}
      </View>
    </Page>
  );
}

const namesZh = (view: SectionView, names: readonly string[]): string =>
  fieldsOf[view.section]
    .filter(({ name }) => names.includes(name))
    .map(({ zh }) => `“${zh}”`)
    .join('、');
