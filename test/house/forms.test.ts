import { sealedField } from '@shared/forms/question';
import { areas } from '../../cloudfunctions/core/areas';
import type { AnyFormOwner } from '../../cloudfunctions/core/forms/form-owner';
import { boothForm } from '../support/booth/core/form';

const owners: readonly AnyFormOwner[] = [...areas.flatMap(({ formOwners = [] }) => formOwners), boothForm];

test('every kind of subject has one form, and every form of a noun is one of a kind that there is', () => {
  const kinds = owners.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
  const nouns = areas.flatMap(({ nouns: some = [] }) => some.map(({ lifecycle }) => lifecycle.name));
  expect(kinds.filter((kind) => kind !== 'booth' && !nouns.includes(kind))).toEqual([]);
  expect(kinds).toContain('entry');
});

test.each(owners)('the form of $kind holds together: what is sealed is judged, what is written is bounded', (owner) => {
  const asked = Object.entries(owner.sections).flatMap(([section, questions]) =>
    questions.map((question) => ({ place: sealedField(section, question.name), ...question })),
  );
  expect(new Set(asked.map(({ place }) => place)).size).toBe(asked.length);
  const sealed = asked.filter(({ input }) => input === 'sealed').map(({ place }) => place);
  expect(Object.keys(owner.seals ?? {}).sort()).toEqual(sealed.sort());
  const unbounded = asked.filter(({ input, max }) => ['text', 'code', 'area'].includes(input) && max === undefined);
  expect(unbounded.map(({ place }) => place)).toEqual([]);
  expect(asked.filter(({ zh }) => !/^\p{Script=Han}/u.test(zh)).map(({ place }) => place)).toEqual([]);
});
