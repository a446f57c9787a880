const codings: Readonly<Record<string, string>> = {
  hvc1: 'HEVC',
  hev1: 'HEVC',
  apch: 'ProRes',
  apcn: 'ProRes',
  apcs: 'ProRes',
  mp4v: 'MPEG-4',
  vp09: 'VP9',
  av01: 'AV1',
};

const sentences: Readonly<Record<string, string>> = {
  'pdf-script': 'PDF 里有脚本，请用手机或浏览器查看',
  'pdf-open-action': 'PDF 打开时会自动执行动作，请用手机或浏览器查看',
  'not-all-seen': '文件有一部分没有检查到，打开时请留意',
};

/** What reviewing staff read of a file's mark (`codec:hvc1`, `pdf-script` …). Entrants never see marks. */
export function fileMarkZh(mark: string): string {
  if (!mark.startsWith('codec:')) return sentences[mark] ?? mark;
  const coding = mark.slice('codec:'.length);
  return `视频编码是 ${codings[coding] ?? coding}，有的手机放不出来，请换电脑打开`;
}
