/** How WeChat draws what an app leaves open: its elements' own styles, and the window around a page. */
export const look = `
* { -webkit-tap-highlight-color: transparent; }
html, body { margin: 0; height: 100%; overflow: hidden; background: #fff; font: 16px/1.4 'Noto Sans SC', sans-serif; }
[hidden] { display: none !important; }
wx-page { display: block; height: 100%; overflow-x: hidden; overflow-y: auto; }
wx-view, wx-picker, wx-scroll-view { display: block; }
wx-scroll-view { overflow: auto; overscroll-behavior: auto; }
wx-text { display: inline; white-space: pre-line; }
wx-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; overflow: hidden;
  font-size: 18px; line-height: 2.55555556; text-align: center; border-radius: 5px; color: #000; background-color: #f8f8f8; }
wx-button::after { content: ' '; position: absolute; inset: 0; width: 200%; height: 200%; transform: scale(.5);
  transform-origin: 0 0; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .2); border-radius: 10px; pointer-events: none; }
wx-button[disabled] { color: rgba(0, 0, 0, .3); background-color: #f7f7f7; }
wx-input { display: block; overflow: hidden; height: 1.4rem; min-height: 1.4rem; white-space: nowrap; text-overflow: clip; }
wx-textarea { display: block; position: relative; width: 300px; height: 150px; }
wx-input > input, wx-textarea > textarea { box-sizing: border-box; width: 100%; height: 100%; min-height: inherit; margin: 0;
  padding: 0; border: 0; outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; resize: none; }
wx-textarea[auto-height] { height: auto; }
wx-textarea[auto-height] > textarea { display: block; height: auto; max-height: inherit; field-sizing: content; }
.wx-frame { position: absolute; top: 44px; left: 0; width: 100%; transform: translate(0); overflow: hidden; }
#wx-top { display: flex; align-items: center; justify-content: center; height: 44px; background: #faf7f2; font-weight: 600; }
#wx-back { position: absolute; left: 8px; width: 44px; height: 44px; border: 0; background: none; font-size: 28px; }
#wx-tabs { position: absolute; bottom: 0; display: flex; width: 100%; height: 50px; background: #fff; }
#wx-tabs button { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; border: 0;
  background: none; color: #5b616b; font-size: 10px; }
#wx-tabs button.wx-tab-on { color: #c2331c; }
#wx-tabs b { position: absolute; margin-left: 30px; color: #c2331c; }
#wx-tabs img { width: 27px; height: 27px; }
.wx-over { position: fixed; inset: 0; z-index: 10000; display: flex; align-items: flex-end; background: rgba(0, 0, 0, .5); }
.wx-panel { box-sizing: border-box; width: 100%; max-height: 80%; overflow: auto; padding: 16px; background: #fff; }
.wx-panel > button { width: 100%; min-height: 44px; border: 0; background: none; font: inherit; }
#wx-toast { pointer-events: none; align-items: center; background: none; }
#wx-toast .wx-panel { width: auto; margin: auto; border-radius: 8px; background: rgba(0, 0, 0, .75); color: #fff; }
`;
