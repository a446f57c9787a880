import { kinds } from '@shared/benefits/kinds';

/** The state from which an application can be taken back no more, by what its consents say of it. */
const after = {
  银行登记合同: 'contracted',
  基地登记协议: 'signed',
  送财政付款: 'batched',
};

test.each(
  kinds.flatMap(({ zh, consents, lifecycle }) =>
    consents
      .filter(({ kind, required }) => required && !kind.endsWith('.finance'))
      .map((text) => ({ zh, text, lifecycle })),
  ),
)(
  '$zh, $text.zh: says until when the application can be taken back, and where the consent can, at any time',
  ({ text, lifecycle }) => {
    const [, moment = ''] = /。([^。]*)以前可以撤回申报；同意随时可以在“我的—我的授权”撤回/.exec(text.bodyZh) ?? [];
    const state = after[moment as keyof typeof after];
    expect(lifecycle.states[state]).toBeDefined();
    expect(lifecycle.moves.withdraw?.from).not.toContain(state);
  },
);
