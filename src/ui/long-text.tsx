import { countGraphemes } from '@shared/kernel/typed/graphemes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { pressable, spoken } from './spoken';

/** So many characters or lines fill half a phone's window; what is shorter is never folded. */
const mostCharacters = 140;
const mostLines = 6;

export const isLong = (text: string): boolean =>
  countGraphemes(text) > mostCharacters || text.split('\n').length > mostLines;

/**
 * Words that somebody wrote, with their paragraphs. A long text shows its first lines and opens by a tap; a screen reader and paper have
 * the whole of it either way.
 */
export function LongText({ children }: { children: string }) {
  const [open, setOpen] = useState(false);
  if (!isLong(children)) return <View className="xh-prose">{children}</View>;
  const turn = () => setOpen(!open);
  return (
    <View>
      <View className={open ? 'xh-prose' : 'xh-prose xh-prose-folded'}>{children}</View>
      <View
        className="xh-unfold xh-press"
        hoverClass="xh-pressed"
        onClick={turn}
        {...pressable(turn)}
        {...spoken({ role: 'button', expanded: open })}
      >
        {open ? '收起' : '展开全文'}
      </View>
    </View>
  );
}
