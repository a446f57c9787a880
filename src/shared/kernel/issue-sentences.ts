/** The parts of a validation issue (zod's, by its stable code) that a sentence is made from. */
export type Issue = {
  code?: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }>;
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
  /** Whether the bound itself is still allowed; it is unless said. */
  inclusive?: boolean;
  expected?: string;
  message?: string;
  params?: { code?: unknown };
};

/** What is said of a missing answer where its name is not known. */
export const unsaid = '请填写';

/** One Chinese sentence for one issue. The library's own texts are not shown: they name types and patterns. */
export function issueSentence(issue: Issue): string {
  switch (issue.code) {
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${issue.maximum} 个字`;
      if (issue.origin === 'array') return `最多 ${issue.maximum} 项`;
      return issue.inclusive === false ? `要小于 ${issue.maximum}` : `不能大于 ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? unsaid : `至少 ${issue.minimum} 个字`;
      if (issue.origin === 'array') return `至少 ${issue.minimum} 项`;
      return issue.inclusive === false ? `要大于 ${issue.minimum}` : `不能小于 ${issue.minimum}`;
    case 'invalid_type':
      return issue.expected === 'int' || issue.expected === 'number' ? '请填写整数' : unsaid;
    case 'invalid_value':
      return '请从列出的选项中选择';
    case 'custom':
      return issue.message ?? '填写有误';
    default:
      return '填写有误';
  }
}

/** Form path (`filter.q`) to sentence; the first issue of a path stands. */
export function sentencesOf(issues: readonly Issue[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    fields[path] ??= issueSentence(issue);
  }
  return fields;
}
