import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icons/icon';
import type { IconName } from './icons/icons';
import { spoken } from './spoken';
import type { Tone } from './tone';

const signs: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  warn: 'circle-alert',
  pass: 'circle-check',
  error: 'circle-alert',
};

/** Something to know, in words, where it matters. An error is read aloud at once, anything else when there is time. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  return (
    <View className={`xh-notice xh-tone-${tone}`} {...spoken({ role: tone === 'error' ? 'alert' : 'status' })}>
      <View className="xh-notice-sign">
        <Icon name={signs[tone]} />
      </View>
      <View className="xh-notice-text">
        {title === undefined ? null : <View className="xh-notice-title">{title}</View>}
        {children}
      </View>
    </View>
  );
}
