import * as z from 'zod/mini';
import { day, filled, problemsIn, wholeNumber } from '../forms/form';
import { keptSection } from '../forms/kept-section';
import type { Answers } from '../forms/question';
import { unanswered } from '../forms/unanswered';
import { dayProblem } from '../kernel/day-problem';
import { type PaperKind, paperKindOf, papers } from '../kernel/identity-paper';
import { unsaid } from '../kernel/issue-sentences';
import { countGraphemes } from '../kernel/typed/graphemes';
import { tooLong } from '../kernel/typed/sentences';
import { sameName } from '../kernel/typed/typed';
import { checkUscc } from '../kernel/uscc';
import { askedFields, fieldsOf } from './fields';
import type { SectionName } from './sections';

/** What a section's completeness is judged against besides its own words. */
export type FormFacts = {
  /** Today in Asia/Shanghai. */
  today: string;
  tracks: readonly string[];
  groups: readonly string[];
  regions: readonly string[];
  /** Sealed fields that hold a value. */
  sealed: readonly string[];
  leaderName: string | null;
  /** The papers that the edition takes. */
  papers: readonly PaperKind[];
  /** What is wrong with the kept number, judged as one of the chosen paper. */
  paperProblem: string | null;
};

const people = wholeNumber(100_000);

const forms: Partial<Record<SectionName, z.ZodMiniType>> = {
  project: z.object({
    title: filled(40),
    trackCode: filled(60),
    groupCode: filled(60),
    summary: filled(200),
    description: filled(3000),
  }),
  leader: z.object({
    name: filled(30),
    founderRole: z.enum(['first_founder', 'core_member']),
  }),
  entity: z.object({
    name: filled(60),
    uscc: filled(18),
    registrationDate: day,
    address: filled(100),
    regionId: filled(20),
  }),
  jobs: z.object({ direct: people, indirect: people, insured: people }),
  declaration: z.object({ typedName: filled(30) }),
};

/** What is missing is told with its name. */
const withNouns = (section: SectionName, problems: Record<string, string>): Record<string, string> => ({
  ...problems,
  ...Object.fromEntries(
    fieldsOf[section].filter(({ name }) => problems[name] === unsaid).map((field) => [field.name, unanswered(field)]),
  ),
});

/**
 * What is still missing or wrong in a section, as form path → sentence; empty when it is complete. Team and materials
 * are judged from their own rows, not here. Never throws, whatever was typed.
 */
export function problemsOf(section: SectionName, typed: Answers, facts: FormFacts): Record<string, string> {
  // Rows of older versions were kept as typed.
  const data = keptSection(fieldsOf[section], typed);
  const problems = withNouns(section, problemsIn(forms[section], data));
  const say = (field: string, sentence: string | null | undefined) => {
    if (sentence && !problems[field]) problems[field] = sentence;
  };
  const text = (field: string) => String(data[field] ?? '');
  const paper = papers[paperKindOf(data.idKind, facts.papers)];
  switch (section) {
    case 'project':
      say('trackCode', facts.tracks.includes(text('trackCode')) ? null : '请选择本县（市、区）设立的赛道');
      say('groupCode', facts.groups.includes(text('groupCode')) ? null : '请选择组别');
      break;
    case 'leader':
      say('idNumber', facts.sealed.includes('idNumber') ? facts.paperProblem : `请填写${paper.numberZh}`);
      if (!paper.tellsBirthDate) {
        const born = text('birthDate');
        say('birthDate', dayProblem(born));
        say('birthDate', born > facts.today ? '出生日期不能晚于今天' : null);
      }
      say('phone', facts.sealed.includes('phone') ? null : '请填写联系电话');
      break;
    case 'entity': {
      const uscc = checkUscc(text('uscc'));
      say('uscc', uscc.ok ? null : uscc.message);
      say('registrationDate', text('registrationDate') > facts.today ? '营业执照成立日期不能晚于今天' : null);
      say('regionId', facts.regions.includes(text('regionId')) ? null : '请选择注册地所在县（市、区）');
      break;
    }
    case 'jobs':
      for (const field of askedFields('jobs', data, [])) {
        const { name, max, onlyAbove0 } = field;
        if (onlyAbove0 === undefined || max === undefined) continue;
        const length = countGraphemes(text(name));
        say(name, length === 0 ? unanswered(field) : length > max ? tooLong(max, length) : null);
      }
      break;
    case 'declaration':
      say('agreed', data.agreed === true ? null : '请阅读后确认承诺');
      say(
        'typedName',
        facts.leaderName !== null && !sameName(text('typedName'), facts.leaderName)
          ? `签名与负责人姓名“${facts.leaderName}”不一致，请改成一样`
          : null,
      );
      break;
    case 'team':
    case 'materials':
      break;
  }
  return problems;
}
