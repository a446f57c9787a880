import { Video } from '@tarojs/components';
import { useState } from 'react';
import { filmToPlay } from '../../../client/uploads/play-film';
import { Empty } from '../../../ui/empty';
import { Page } from '../../../ui/page';
import './film.scss';

/** A film where WeChat's own viewer plays none. Nobody is led here in a browser, which plays films in a tab of its own. */
export function FilmPlayer() {
  const [path] = useState(filmToPlay);
  if (process.env.TARO_ENV !== 'weapp' || path === null) {
    return (
      <Page>
        <Empty whole title="没有要播放的视频" hint="请返回原来的页面，重新打开视频。" />
      </Page>
    );
  }
  return (
    <Page title="视频">
      <Video
        id="film"
        className="xh-film"
        src={path}
        autoplay={false}
        showCenterPlayBtn
        enableProgressGesture={false}
      />
    </Page>
  );
}
