/** How a script or a template comes by one kind of a person's information. */
export type Ways = {
  /** Functions of `wx`, or of a manager that `wx` makes, by their own name. */
  apis?: readonly string[];
  /** Values of a button's `open-type`. */
  openTypes?: readonly string[];
  /** Values of an input's `type`. */
  inputTypes?: readonly string[];
  /** Scopes asked for by `wx.authorize`. */
  scopes?: readonly string[];
  /** Built-in elements, as a template names them. */
  elements?: readonly string[];
};

const sensor = (zh: string, name: string): { zh: string; ways: Ways } => ({
  zh: `调用你的${zh}传感器`,
  ways: { apis: ['start', 'stop'].map((verb) => verb + name).concat(`on${name}Change`, `off${name}Change`) },
});

/**
 * The kinds of information that WeChat's privacy guide (小程序用户隐私保护指引) makes an operator declare, in its own words, and
 * what makes each of them due. A kind that is used without being declared is switched off by WeChat.
 */
export const privacyKinds = {
  userInfo: {
    zh: '收集你的昵称、头像',
    ways: {
      apis: ['getUserInfo', 'getUserProfile'],
      openTypes: ['chooseAvatar', 'getUserInfo'],
      inputTypes: ['nickname'],
      scopes: ['scope.userInfo'],
    },
  },
  location: {
    zh: '收集你的位置信息',
    ways: {
      apis: [
        ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
        ...['onLocationChange', 'moveToLocation'],
      ],
      scopes: ['scope.userLocation', 'scope.userLocationBackground', 'scope.userFuzzyLocation'],
    },
  },
  chosenLocation: { zh: '收集你选择的位置信息', ways: { apis: ['choosePoi', 'chooseLocation'] } },
  address: { zh: '收集你的地址', ways: { apis: ['chooseAddress'], scopes: ['scope.address'] } },
  invoice: {
    zh: '收集你的发票信息',
    ways: { apis: ['chooseInvoiceTitle', 'chooseInvoice'], scopes: ['scope.invoice', 'scope.invoiceTitle'] },
  },
  steps: { zh: '收集你的微信运动步数', ways: { apis: ['getWeRunData'], scopes: ['scope.werun'] } },
  phoneNumber: { zh: '收集你的手机号', ways: { openTypes: ['getPhoneNumber', 'getRealtimePhoneNumber'] } },
  plate: { zh: '收集你的车牌号', ways: { apis: ['chooseLicensePlate'] } },
  pictures: { zh: '收集你选中的照片或视频信息', ways: { apis: ['chooseImage', 'chooseMedia', 'chooseVideo'] } },
  files: { zh: '收集你选中的文件', ways: { apis: ['chooseMessageFile'] } },
  microphone: {
    zh: '访问你的麦克风',
    ways: {
      apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
      scopes: ['scope.record'],
      elements: ['live-pusher'],
    },
  },
  camera: {
    zh: '访问你的摄像头',
    ways: { apis: ['createVKSession'], scopes: ['scope.camera'], elements: ['camera', 'live-pusher', 'voip-room'] },
  },
  bluetooth: {
    zh: '访问你的蓝牙',
    ways: { apis: ['openBluetoothAdapter', 'createBLEPeripheralServer'], scopes: ['scope.bluetooth'] },
  },
  album: {
    zh: '使用你的相册（仅写入）权限',
    ways: { apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'], scopes: ['scope.writePhotosAlbum'] },
  },
  contacts: {
    zh: '使用你的通讯录（仅写入）权限',
    ways: { apis: ['addPhoneContact'], scopes: ['scope.addPhoneContact'] },
  },
  calendar: {
    zh: '使用你的日历（仅写入）权限',
    ways: { apis: ['addPhoneCalendar', 'addPhoneRepeatCalendar'], scopes: ['scope.addPhoneCalendar'] },
  },
  accelerometer: sensor('加速', 'Accelerometer'),
  compass: sensor('磁场', 'Compass'),
  deviceMotion: sensor('方向', 'DeviceMotionListening'),
  gyroscope: sensor('陀螺仪', 'Gyroscope'),
  clipboard: { zh: '读取你的剪切板', ways: { apis: ['setClipboardData', 'getClipboardData'] } },
} as const satisfies Record<string, { zh: string; ways: Ways }>;

export type PrivacyKind = keyof typeof privacyKinds;

export const privacyKindNames = Object.keys(privacyKinds) as PrivacyKind[];
