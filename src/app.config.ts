import { mainPages, packages } from './shared/routes';

export default defineAppConfig({
  pages: mainPages.map((page) => `pages/${page}/index`),
  subPackages: Object.entries(packages).map(([name, pages]) => ({
    root: `packages/${name}`,
    pages: pages.map((page) => `${page}/index`),
  })),
  window: {
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '星火项目创业大赛',
    backgroundColor: '#FAF7F2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5B616B',
    selectedColor: '#1F2329',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'tabs/home.png', selectedIconPath: 'tabs/home-on.png' },
      {
        pagePath: 'pages/workbench/index',
        text: '工作台',
        iconPath: 'tabs/workbench.png',
        selectedIconPath: 'tabs/workbench-on.png',
      },
      {
        pagePath: 'pages/policies/index',
        text: '政策',
        iconPath: 'tabs/policies.png',
        selectedIconPath: 'tabs/policies-on.png',
      },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'tabs/me.png', selectedIconPath: 'tabs/me-on.png' },
    ],
  },
  // Taro's browser router hides the page behind 350 ms after the next has come in front, also when that is left by then: who goes
  // back at once would see nothing. Without its slide a page is hidden when the next stands.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  // On a computer WeChat's window can be drawn wide enough for a desk.
  ...(process.env.TARO_ENV === 'weapp' ? { resizable: true } : {}),
  // A file of 50 MB on a slow line takes minutes; unsaid, WeChat gives each transfer one.
  networkTimeout: { uploadFile: 600_000, downloadFile: 600_000 },
  sitemapLocation: 'sitemap.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
