import Taro from '@tarojs/taro';
import { useContext, useState } from 'react';
import { Button } from './button';
import { WayHomeContext } from './way-home-context';

/** On a page that was opened by a card, a message or its address there is no page to go back to, so it offers the home page. */
export function WayHome() {
  const way = useContext(WayHomeContext);
  const [alone] = useState(() => {
    const pages = Taro.getCurrentPages();
    const path = pages[0]?.route ?? pages[0]?.path ?? '';
    return pages.length === 1 && way !== null && !way.isTab(path);
  });
  if (!alone || way === null) return null;
  return (
    <Button id="way-home" kind="text" onTap={way.go}>
      回首页
    </Button>
  );
}
