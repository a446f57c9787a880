import { Image, Video, View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '../../client/transport/failure';
import { isFilm, isPicture, isShownInPage, openFile } from '../../client/uploads/open-file';
import { Button } from '../../ui/button';
import { toast } from '../../ui/sheets/toast';
import type { ShownFile } from './use-shown-file';

/** A picture, a film or a PDF as it is; of anything else that it is opened elsewhere. */
export function FileView({ file }: { file: ShownFile }) {
  const { opened, place } = file;
  if (isPicture(opened.kind)) return <PictureView place={place} name={opened.name} />;
  if (isFilm(opened.kind)) return <Video id="file-film" className="xh-shown-film" src={place} controls />;
  // A file's own address lets nobody but our pages draw it into theirs, and nothing in it runs.
  if (process.env.TARO_ENV === 'h5' && isShownInPage(opened.kind)) {
    return <iframe id="file-document" className="xh-shown-document" src={place} title={opened.name} />;
  }
  const elsewhere = () => openFile(opened).catch((error: unknown) => toast(sentenceOf(error)));
  return (
    <View className="xh-shown-elsewhere">
      <View>{opened.inline ? '这种文件用微信自带的阅读器打开。' : '这种文件不能在网页上显示，请下载后查看。'}</View>
      <Button id="file-elsewhere" kind="secondary" onTap={elsewhere}>
        {process.env.TARO_ENV === 'h5' ? '下载' : '打开'}
      </Button>
    </View>
  );
}

const zooms = [100, 150, 200, 300] as const;

/** Quarter turns about the upper left corner, and back into the pane: what turned out of it to the left or above could not be scrolled to. */
const turns = [
  'none',
  'rotate(90deg) translateY(-100%)',
  'rotate(180deg) translate(-100%, -100%)',
  'rotate(270deg) translateX(-100%)',
] as const;

/** As wide as its pane at first; larger it is moved about in it. */
function PictureView({ place, name }: { place: string; name: string }) {
  const [zoom, setZoom] = useState(0);
  const [turned, setTurned] = useState(0);
  const percent = zooms[zoom] ?? 100;
  const closer = (by: 1 | -1) => setZoom((now) => Math.max(0, Math.min(zooms.length - 1, now + by)));
  return (
    <>
      <View className="xh-shown-tools">
        <Button id="picture-smaller" kind="text" label="缩小" disabled={zoom === 0} onTap={() => closer(-1)}>
          缩小
        </Button>
        <View className="xh-number">{percent}%</View>
        <Button
          id="picture-larger"
          kind="text"
          label="放大"
          disabled={zoom === zooms.length - 1}
          onTap={() => closer(1)}
        >
          放大
        </Button>
        <Button id="picture-turn" kind="text" onTap={() => setTurned((turned + 1) % turns.length)}>
          旋转
        </Button>
      </View>
      <View className="xh-shown-picture">
        <Image
          mode="widthFix"
          src={place}
          showMenuByLongpress={false}
          ariaLabel={name}
          style={{ width: `${percent}%`, transform: turns[turned], transformOrigin: '0 0' }}
        />
      </View>
    </>
  );
}
