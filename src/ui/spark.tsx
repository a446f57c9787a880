import { View } from '@tarojs/components';
import { spoken } from './spoken';

/** Our mark: a spark rising from an ember. Drawn here, so it needs no file and stays sharp at any size. */
const spark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M24 3c1.6 10.2 5.6 15.4 18 18-12.4 2.6-16.4 9.3-18 24-1.6-14.7-5.6-21.4-18-24 12.4-2.6 16.4-7.8 18-18z" fill="#C2331C"/><path d="M24 15c.8 4.6 2.6 6.8 8 8-5.4 1.2-7.2 4.2-8 11-.8-6.8-2.6-9.8-8-11 5.4-1.2 7.2-3.4 8-8z" fill="#E8862E"/><circle cx="39" cy="8" r="2.5" fill="#E8862E"/><circle cx="9" cy="38" r="2" fill="#C2331C"/></svg>`;

/** The spark mark. `size` in px; decoration, not read aloud. */
export function Spark({ size = 40 }: { size?: number }) {
  return (
    <View
      className="xh-spark"
      style={{
        backgroundImage: `url("data:image/svg+xml,${encodeURIComponent(spark)}")`,
        width: `${size}px`,
        height: `${size}px`,
      }}
      {...spoken({ hidden: true })}
    />
  );
}
