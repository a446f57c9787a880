import { View } from '@tarojs/components';
import { CopyButton } from '../../../patterns/copy-button';
import { LongText } from '../../../ui/long-text';
import { Tag } from '../../../ui/tag';
import type { ReviewSection } from './marks/mark-keeper';
import { type Opens, PersonalValue } from './personal-value';
import { lineRow, RowSign, type RowState, rowProps } from './row-state';

interface Props {
  entryId: string;
  section: ReviewSection['section'];
  lines: ReviewSection['lines'];
  opens: Opens;
  /** How each row stands, by its field. */
  row: (field: string) => RowState;
}

/** What was filled in, line by line; what changed since it was returned shows what stood there before. */
export function ReviewLines({ entryId, section, lines, opens, row }: Props) {
  return (
    <View>
      {lines.map(({ field, label, value, before, sealed }) => (
        <View key={field} id={lineRow(section, field)} {...rowProps('xh-pair', row(field))}>
          <View className="xh-pair-label">{label}</View>
          <View className="xh-pair-value">
            <RowSign {...row(field)} />
            {before === null ? null : (
              <>
                <Tag tone="warn">{value === '' ? '已删除' : '已修改'}</Tag>
                <View className="xh-before">原为：{before === '' ? '未填写' : before}</View>
              </>
            )}
            {sealed ? (
              <PersonalValue
                entryId={entryId}
                field={`${section}.${field}`}
                label={label}
                masked={value === '' ? '未填写' : value}
                opens={value === '' ? 'no' : opens}
              />
            ) : (
              <>
                <LongText>{value === '' ? '未填写' : value}</LongText>
                {field === 'uscc' && value !== '' ? (
                  <View className="xh-copy">
                    <CopyButton id="copy-uscc" what="信用代码" words={value} />
                  </View>
                ) : null}
              </>
            )}
          </View>
        </View>
      ))}
    </View>
  );
}
