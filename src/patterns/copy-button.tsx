import { copyText } from '../client/copy-text';
import { Button } from '../ui/button';
import { toast } from '../ui/sheets/toast';
import { onWeb } from '../ui/spoken';

/** Puts a code into a browser's clipboard. In WeChat one presses on it for long instead: nothing there touches the clipboard. */
export function CopyButton({ id, what, words }: { id: string; what: string; words: string }) {
  if (!onWeb) return null;
  const copy = async () => toast((await copyText(words)) ? `已复制${what}` : '没有复制成功，请选中后复制');
  return (
    <Button id={id} kind="text" label={`复制${what}`} onTap={copy}>
      复制
    </Button>
  );
}
