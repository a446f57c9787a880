import { KeyValue } from '../../../ui/lists/key-value';
import { Section } from '../../../ui/section';
import type { LoanExample } from './use-loan-example';

/** The rule's own figures, each with the document and version in which it is written. */
export function ExampleFigures({ example: { figures } }: { example: LoanExample }) {
  return (
    <Section title="用到的规定">
      <KeyValue
        items={figures.map(({ zh, valueZh, sourceZh }) => ({
          label: zh,
          value: valueZh === null ? '以正式文件为准' : `${valueZh}\n${sourceZh ?? ''}`,
        }))}
      />
    </Section>
  );
}
