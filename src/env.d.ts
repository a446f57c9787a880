/** Fixed when the app is built (config/index.ts); there is no process at run time. */
declare const process: {
  env: {
    TARO_ENV?: 'h5' | 'weapp';
    TARO_APP_HOME?: 'cloud' | 'server';
    TARO_APP_SERVER?: string;
    TARO_APP_CLOUD_ENV?: string;
  };
};
