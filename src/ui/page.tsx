import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect } from 'react';
import { Button } from './button';
import { classes } from './classes';
import { useElder } from './elder';
import { dressPage, markElder } from './h5-accessibility';
import { Notice } from './notice';
import { PrivacySheet } from './sheets/privacy-sheet';
import { Skeleton } from './skeleton';
import { onWeb, spoken } from './spoken';
import { StateTitle } from './state-title';
import { WayHome } from './way-home';

interface Props {
  /** Says how things stand, not what the page is called: 等您办 13 件，1 件已超期. */
  title?: string;
  /** A line over the title: the place, the day. */
  over?: string | undefined;
  /** The bar at the bottom, in thumb's reach: the screen's one primary action. Shown only when the page is ready. */
  action?: ReactNode;
  /** What the page's own act was refused with: it stands in the bar too, in sight wherever on the page one is. */
  refused?: string | null | undefined;
  state?: 'loading' | 'error' | 'ready';
  /** What happened, as a sentence. */
  error?: string;
  onRetry?: () => unknown;
  className?: string;
  /** A list of one's work: from 900 px it takes the room of a desk. */
  wide?: boolean;
  children?: ReactNode;
}

/**
 * A page: paper, title, what it holds, and the bar of its action. In a browser it can be reached by the tab key when it may
 * hold no control, since what cannot be reached cannot be scrolled without a mouse.
 */
export function Page({
  title,
  over,
  action,
  refused = null,
  state = 'ready',
  error,
  onRetry,
  className,
  wide = false,
  children,
}: Props) {
  const elder = useElder();
  useEffect(() => markElder(elder), [elder]);
  useDidShow(dressPage);
  return (
    <View
      className={classes('xh-page', elder && 'elder', wide && 'xh-page-wide', className)}
      {...(onWeb && action === undefined ? { tabindex: '0' } : {})}
      {...spoken({ role: 'main' })}
    >
      {title === undefined ? null : <StateTitle title={title} over={over} />}
      <View className="xh-page-body">
        {state === 'loading' ? <Skeleton rows={6} /> : null}
        {state === 'error' ? (
          <>
            {title === undefined ? (
              <View className="xh-unseen" {...spoken({ role: 'heading', level: 1 })}>
                页面没有打开
              </View>
            ) : null}
            <Notice tone="error">{error ?? '页面没有打开，请检查网络后点“重试”'}</Notice>
            {onRetry === undefined ? null : (
              <Button id="page-retry" kind="secondary" onTap={onRetry}>
                重试
              </Button>
            )}
          </>
        ) : null}
        {state === 'ready' ? children : null}
        {state === 'loading' ? null : <WayHome />}
      </View>
      {state === 'ready' && (action !== undefined || refused !== null) ? (
        <View className="xh-page-action">
          {refused === null ? null : <Notice tone="error">{refused}</Notice>}
          {action}
        </View>
      ) : null}
      {process.env.TARO_ENV === 'weapp' ? <PrivacySheet /> : null}
    </View>
  );
}
