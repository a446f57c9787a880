import { suggestRegion } from '@shared/competition/suggest-region';
import { regions as seeded } from '../../../cloudfunctions/core/platform/city/regions';

const regions = seeded.map(({ id, nameZh, locatedIn }) => ({ regionId: id, zh: nameZh, locatedIn }));

test.each([
  ['临汾市蒲县蒲城镇西关街 8 号', '141033'],
  ['山西省临汾市尧都区鼓楼西大街 1 号', '141002'],
  ['临汾经济开发区河汾路中段', 'LFEDZ'],
  ['临汾市尧都区经济开发区河汾路', 'LFEDZ'],
  ['临汾经济技术开发区创业园', 'LFEDZ'],
  ['临汾市经开区创新大厦', 'LFEDZ'],
  ['山西侯马经济开发区紫金山街', '141081'],
  ['侯马市开发区文明路', '141081'],
  ['洪洞经济技术开发区甘亭工业园', '141024'],
  ['临汾市尧都高新技术产业开发区', '141002'],
  ['古县岳阳镇', '141025'],
  ['汾西县古县村', '141034'],
  ['洪洞大槐树镇', '141024'],
  ['吉县吉昌镇', '141028'],
  ['尧都区洪洞路 3 号', '141002'],
  ['上海市静安区大宁路 88 号', null],
  ['临汾市', null],
  ['', null],
])('%s speaks of %s', (address, regionId) => {
  expect(suggestRegion(address, regions)).toBe(regionId);
});

test('where a development zone lies need not be known', () => {
  expect(suggestRegion('临汾经济开发区', [{ regionId: 'LFEDZ', zh: '临汾经济开发区' }])).toBe('LFEDZ');
  expect(suggestRegion('经济开发区', [{ regionId: '141033', zh: '蒲县' }])).toBe(null);
});
