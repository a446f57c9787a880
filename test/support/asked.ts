import Taro from '@tarojs/taro';

/** What is asked before something that cannot be undone; it is answered with yes unless a test says no. */
export const asked = jest.mocked(Taro.showModal);

/** Says no to the next question. */
export const sayNo = () => asked.mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
