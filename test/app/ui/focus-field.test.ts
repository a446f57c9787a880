test('a field that is not on the page is no fault: WeChat fails, and the page goes on', async () => {
  const home = process.env.TARO_ENV;
  process.env.TARO_ENV = 'weapp';
  const failed = jest.fn().mockRejectedValue({ errMsg: 'pageScrollTo:fail' });
  jest.isolateModules(() => {
    (require('@tarojs/taro') as { pageScrollTo: unknown }).pageScrollTo = failed;
    (require('../../../src/ui/fields/focus-field') as typeof import('../../../src/ui/fields/focus-field')).focusField(
      'nowhere',
    );
  });
  process.env.TARO_ENV = home;
  // A rejection that nobody takes would end the test's process.
  await new Promise((resolve) => setTimeout(resolve));
  expect(failed).toHaveBeenCalledTimes(1);
});
