import { Text, View } from '@tarojs/components';
import { copyText } from '../../../../client/copy-text';
import { CopyButton } from '../../../../patterns/copy-button';
import { Button } from '../../../../ui/button';
import { toast } from '../../../../ui/sheets/toast';
import { onWeb } from '../../../../ui/spoken';
import type { Review } from '../marks/mark-keeper';

interface Props {
  check: Review['checks'][number];
  /** By what one is looked up there; the first is copied as the register is opened. */
  codes: ReadonlyArray<{ what: string; words: string }>;
}

/** The public register of a list. A browser opens it, with the code copied; in WeChat, which opens no other pages, its address can be selected. */
export function Register({ check: { code, linkZh, url }, codes }: Props) {
  if (linkZh === null && url === null) return null;
  if (!onWeb || url === null)
    return (
      <View className="xh-row-detail">
        {`查询：${linkZh ?? ''} `}
        {url === null ? null : <Text selectable>{url}</Text>}
      </View>
    );
  const [first] = codes;
  const open = async () => {
    if (first && (await copyText(first.words))) toast(`已复制${first.what}`);
    window.open(url, '_blank', 'noopener');
  };
  return (
    <View className="xh-check-register">
      <Button
        id={`register-${code}`}
        kind="text"
        label={`打开${linkZh ?? '查询网站'}，并复制${first?.what ?? ''}`}
        onTap={open}
      >
        {linkZh ?? '打开查询网站'}
      </Button>
      {codes.slice(1).map(({ what, words }) => (
        <View key={what} className="xh-check-copy">
          <Text>{what}</Text>
          <CopyButton id={`copy-${code}-${what === '负责人姓名' ? 'leader' : 'entity'}`} what={what} words={words} />
        </View>
      ))}
    </View>
  );
}
