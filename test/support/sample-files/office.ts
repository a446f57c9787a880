import { makeZip, type ZipEntry } from './zip';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packageNs = 'http://schemas.openxmlformats.org/package/2006';
const officeNs = 'http://schemas.openxmlformats.org/officeDocument/2006';
const partType = 'application/vnd.openxmlformats-officedocument';

/** A Word document of one paragraph. */
export function makeDocx(text = '商业计划书', more: readonly ZipEntry[] = []): Buffer {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return makeZip([
    contentTypes([['/word/document.xml', `${partType}.wordprocessingml.document.main+xml`]]),
    relations('_rels/.rels', [['officeDocument', 'word/document.xml']]),
    {
      name: 'word/document.xml',
      data: `${declaration}<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
    },
    ...more,
  ]);
}

/** An Excel workbook of one cell. */
export function makeXlsx(text = '预算'): Buffer {
  const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return makeZip([
    contentTypes([
      ['/xl/workbook.xml', `${partType}.spreadsheetml.sheet.main+xml`],
      ['/xl/worksheets/sheet1.xml', `${partType}.spreadsheetml.worksheet+xml`],
    ]),
    relations('_rels/.rels', [['officeDocument', 'xl/workbook.xml']]),
    relations('xl/_rels/workbook.xml.rels', [['worksheet', 'worksheets/sheet1.xml']]),
    {
      name: 'xl/workbook.xml',
      data: `${declaration}<workbook xmlns="${sheet}" xmlns:r="${officeNs}/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `${declaration}<worksheet xmlns="${sheet}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
    },
  ]);
}

/** A PowerPoint presentation of one slide with a title, with the master, layout and theme that the format requires. */
export function makePptx(title = '路演', more: readonly ZipEntry[] = []): Buffer {
  const types = ['presentation.main', 'slideMaster', 'slideLayout', 'slide'].map(
    (t) => `${partType}.presentationml.${t}+xml`,
  );
  const [main = '', master = '', layout = '', slide = ''] = types;
  return makeZip([
    contentTypes([
      ['/ppt/presentation.xml', main],
      ['/ppt/slideMasters/slideMaster1.xml', master],
      ['/ppt/slideLayouts/slideLayout1.xml', layout],
      ['/ppt/slides/slide1.xml', slide],
      ['/ppt/theme/theme1.xml', `${partType}.theme+xml`],
    ]),
    relations('_rels/.rels', [['officeDocument', 'ppt/presentation.xml']]),
    relations('ppt/_rels/presentation.xml.rels', [
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['slide', 'slides/slide1.xml'],
      ['theme', 'theme/theme1.xml'],
    ]),
    relations('ppt/slideMasters/_rels/slideMaster1.xml.rels', [
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
    relations('ppt/slideLayouts/_rels/slideLayout1.xml.rels', [['slideMaster', '../slideMasters/slideMaster1.xml']]),
    relations('ppt/slides/_rels/slide1.xml.rels', [['slideLayout', '../slideLayouts/slideLayout1.xml']]),
    presentationPart(
      'ppt/presentation.xml',
      'presentation',
      '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>' +
        '<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>',
    ),
    presentationPart(
      'ppt/slideMasters/slideMaster1.xml',
      'sldMaster',
      `<p:cSld>${shapes('')}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>` +
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>',
    ),
    presentationPart(
      'ppt/slideLayouts/slideLayout1.xml',
      'sldLayout',
      `<p:cSld name="Title">${shapes('')}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`,
    ),
    presentationPart(
      'ppt/slides/slide1.xml',
      'sld',
      `<p:cSld>${shapes(titleShape(title))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>`,
    ),
    { name: 'ppt/theme/theme1.xml', data: theme() },
    ...more,
  ]);
}

function contentTypes(parts: readonly (readonly [path: string, type: string])[]): ZipEntry {
  const overrides = parts.map(([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`).join('');
  const relationType = 'application/vnd.openxmlformats-package.relationships+xml';
  return {
    name: '[Content_Types].xml',
    data:
      `${declaration}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="${relationType}"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
  };
}

function relations(name: string, targets: readonly (readonly [type: string, target: string])[]): ZipEntry {
  const list = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${officeNs}/relationships/${type}" Target="${target}"/>`,
  );
  return {
    name,
    data: `${declaration}<Relationships xmlns="${packageNs}/relationships">${list.join('')}</Relationships>`,
  };
}

const drawingNs = 'http://schemas.openxmlformats.org/drawingml/2006/main';

function presentationPart(name: string, root: string, content: string): ZipEntry {
  const spaces =
    `xmlns:a="${drawingNs}" xmlns:r="${officeNs}/relationships" ` +
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  return { name, data: `${declaration}<p:${root} ${spaces}>${content}</p:${root}>` };
}

function shapes(content: string): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${content}</p:spTree>`;
}

function titleShape(title: string): string {
  return (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>' +
    '<a:off x="1524000" y="2286000"/><a:ext cx="9144000" cy="1524000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>' +
    `<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN" sz="4400"/><a:t>${title}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

/** The smallest theme that PowerPoint opens: twelve colours, two fonts, three of each style. */
function theme(): string {
  const names = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ];
  const colour = (name: string) => (name.startsWith('lt') ? 'FFFFFF' : name === 'dk1' ? '000000' : '1F4E79');
  const colours = names.map((name) => `<a:${name}><a:srgbClr val="${colour(name)}"/></a:${name}>`).join('');
  const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'.repeat(3);
  const line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'.repeat(3);
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3);
  return (
    `${declaration}<a:theme xmlns:a="${drawingNs}" name="Plain"><a:themeElements><a:clrScheme name="Plain">${colours}</a:clrScheme>` +
    `<a:fontScheme name="Plain"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Plain"><a:fillStyleLst>${fill}</a:fillStyleLst><a:lnStyleLst>${line}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect}</a:effectStyleLst><a:bgFillStyleLst>${fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}
