import type { Mark } from '@shared/screening/marks';
import { composeFaults } from '@shared/screening/one-time-notice';
import { View } from '@tarojs/components';
import type { Review } from './marks/mark-keeper';

type Props = { review: Review; marks: readonly Mark[] };

/** Every fault that was marked, in the words that the entrant reads. */
export const faultsOf = ({ review, marks }: Props) =>
  composeFaults(
    marks,
    review.sections.flatMap(({ section, reasons }) => reasons.map((reason) => ({ ...reason, section }))),
    review.sections,
  );

/** The same as a list, part by part in the order of the form. */
export function FaultList(props: Props) {
  const faults = faultsOf(props);
  const sections = props.review.sections.filter(({ section }) => faults.some((fault) => fault.section === section));
  return (
    <>
      {sections.map(({ section, zh }) => (
        <View key={section} id={`faults-${section}`} className="xh-fault">
          <View className="xh-notice-title">{zh}</View>
          {faults
            .filter((fault) => fault.section === section)
            .map(({ text }, i) => (
              <View key={text}>
                {i + 1}. {text}
              </View>
            ))}
        </View>
      ))}
    </>
  );
}
