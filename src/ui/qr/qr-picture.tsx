import { Image, View } from '@tarojs/components';
import { useMemo } from 'react';
import { encode } from 'uqr';
import { spoken } from '../spoken';

/** The white that readers want around a code, in squares. */
const quiet = 4;

/** A text as the address of a picture of its QR code (level M). */
export function qrAddress(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: quiet });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A QR code to be scanned off the screen. */
export function QrPicture({ id, text, label }: { id: string; text: string; label: string }) {
  const picture = useMemo(() => qrAddress(text), [text]);
  return (
    <View id={id} className="xh-qr" {...spoken({ role: 'img', label })}>
      <Image className="xh-qr-picture" src={picture} {...spoken({ hidden: true })} />
    </View>
  );
}
