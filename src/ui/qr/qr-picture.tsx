import { Image, View } from '@tarojs/components';
import { useMemo } from 'react';
import { spoken } from '../spoken';
import { type QrCode, qrCode } from './qr-code';

/** The white that readers want around a code, in squares. */
const quiet = 4;

function pictureOf(code: QrCode): string {
  const size = code.length + 2 * quiet;
  const dark = code.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A QR code to be scanned off the screen. `text` is plain ASCII of at most 180 characters. */
export function QrPicture({ id, text, label }: { id: string; text: string; label: string }) {
  const picture = useMemo(() => pictureOf(qrCode(text)), [text]);
  return (
    <View id={id} className="xh-qr" {...spoken({ role: 'img', label })}>
      <Image className="xh-qr-picture" src={picture} />
    </View>
  );
}
