import { View } from '@tarojs/components';

interface Props {
  goesZh: readonly string[];
  staysZh: readonly string[];
  untilZh: readonly string[];
}

/** What becomes of the data when something is closed. */
export function ClosingWords({ goesZh, staysZh, untilZh }: Props) {
  return (
    <>
      <Lines title="到期删除" lines={[goesZh.join('、')]} />
      <Lines title="依法留存" lines={staysZh} />
      <Lines title="保存到什么时候" lines={untilZh} />
      <Lines
        title="怎样导出"
        lines={['登录后打开“我的—我的数据”，导出 PDF 或 JSON；也可以在那里注销账号，立即删除。']}
      />
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  const said = lines.filter((line) => line !== '');
  if (said.length === 0) return null;
  return (
    <View>
      <View className="xh-row-text">{title}</View>
      {said.map((line) => (
        <View key={line} className="xh-row-detail">{`· ${line}`}</View>
      ))}
    </View>
  );
}
