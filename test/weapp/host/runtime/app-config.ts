/** As much of `app.json` and of a page's own file as the host reads. */
export type PageConfig = {
  navigationBarTitleText?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
};
export type AppConfig = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[] };
  window?: PageConfig;
};
