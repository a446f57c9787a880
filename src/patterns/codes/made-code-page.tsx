import type { ReactNode } from 'react';
import { copyText } from '../../client/copy-text';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { toast } from '../../ui/sheets/toast';
import { ShownCode } from './shown-code';

interface Props {
  id: string;
  /** What people call it. */
  zh: string;
  /** What it is for. */
  over: string;
  code: string;
  /** What is copied and sent on, the code in it. */
  words: string;
  /** To whom it is sent. */
  whom: string;
  /** Who may use it until when, and what to do about one that was sent to the wrong person. */
  warning: string;
  /** Leads back to where codes are made. */
  children: ReactNode;
}

/** A code that was just made, this once: to be read out, or copied with what to do with it. */
export function MadeCodePage({ id, zh, over, code, words, whom, warning, children }: Props) {
  const copy = async () => toast((await copyText(words)) ? `已复制，请发给${whom}` : `没有复制成，请选中${zh}自己复制`);
  return (
    <Page
      title={`${zh}已生成`}
      over={over}
      action={
        <Button id={`copy-${id}`} onTap={copy}>
          {`复制${zh}和说明`}
        </Button>
      }
    >
      <ShownCode id={`made-${id}`} code={code} />
      <Notice tone="warn" title="只显示这一次">
        {warning}
      </Notice>
      {children}
    </Page>
  );
}
