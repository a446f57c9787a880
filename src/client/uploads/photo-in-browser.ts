import type { PhotoLimit } from './photo-limit';
import type { PickedFile } from './pick-file';

type Made = Pick<PickedFile, 'size' | 'source'>;

/** The first bytes of a file. */
export const headInBrowser = async (blob: Blob): Promise<Uint8Array> =>
  new Uint8Array(await new Response(blob.slice(0, 12)).arrayBuffer());

/** A picture's sides in pixels, as it is looked at; null when this browser cannot show it. */
export async function sizeInBrowser(blob: Blob): Promise<{ width: number; height: number } | null> {
  return withImage(blob, async ({ naturalWidth: width, naturalHeight: height }) => ({ width, height }));
}

/** The picture drawn anew as JPEG, turned as its camera says, within the limit; null when this browser cannot show or draw it. */
export function redrawInBrowser(blob: Blob, { side, bytes }: PhotoLimit): Promise<Made | null> {
  return withImage(blob, async (image) => {
    for (let most = side; most >= side / 8; most *= 0.75) {
      const made = await drawn(image, most);
      if (made && made.size <= bytes) return { size: made.size, source: { blob: made } };
    }
    return null;
  });
}

function drawn(image: HTMLImageElement, most: number): Promise<Blob | null> {
  const scale = Math.min(1, most / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  // JPEG knows nothing of transparency: what is clear in a PNG is white on paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}

async function withImage<T>(blob: Blob, use: (image: HTMLImageElement) => Promise<T>): Promise<T | null> {
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image();
    const shown = new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
    });
    image.src = address;
    return (await shown) ? await use(image) : null;
  } finally {
    URL.revokeObjectURL(address);
  }
}
