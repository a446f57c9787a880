import type { HandedOver, HandedSection } from './handed-over';

const titleZh = '星火项目创业大赛：我的数据';

/** The same as a document that people read. The writer of PDFs is heavy and loaded when somebody asks for one. */
export async function pdfOf(
  { madeAt, sections, withheld }: HandedOver,
  { part, parts }: { part: number; parts: number },
): Promise<Buffer> {
  const { writePdf } = await import('../platform/pdf/write-pdf');
  return writePdf(
    titleZh,
    [
      ...(parts === 1 ? [] : [`内容较多，分成 ${parts} 个文件，这是第 ${part} 个。`]),
      `导出时间 ${madeAt.replace('T', ' ').slice(0, 16)}。含个人信息，请妥善保管。`,
      ...withheld.map((line) => `没有列出：${line}`),
    ],
    sections.map(partOf),
    Date.parse(madeAt),
  );
}

const partOf = ({ zh, columns, rows }: HandedSection) => ({
  title: `${zh}（${rows.length} 条）`,
  records: rows.map((row) =>
    Object.entries(columns).flatMap(([name, label]): Array<[string, string]> => {
      const said = wordsOf(row[name]);
      return said === '' ? [] : [[label, said]];
    }),
  ),
});

/** A value in words: what is nested, one thing after the other. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join('；');
  if (typeof value === 'object') {
    const { label, value: said } = value as { label?: unknown; value?: unknown };
    if (typeof label === 'string') return `${label} ${wordsOf(said)}`;
    return Object.values(value).map(wordsOf).filter(Boolean).join('，');
  }
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, '$1 $2');
}
