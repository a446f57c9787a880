import type { Walk } from './home';

export const voiceWalks: Readonly<Record<string, Walk>> = {
  'a complaint gets a number and a day, is answered by the city, and the sender reads the answer': async (home) => {
    const sender = await home.person('entrant-new');
    await sender.open('account/complaint');
    await sender.tap('send');
    await sender.reads('field-body-error');
    await sender.type('field-body', '窗口说材料要交两遍，希望只交一遍。');
    await sender.type('field-contact', '19900001111');
    await sender.tap('send');
    await sender.sees('已收到，编号');
    const { reference, due_date, contact_sealed } = await home.server.db
      .selectFrom('feedback')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(await sender.words()).toContain(`已收到，编号 ${reference}`);
    expect(JSON.stringify(contact_sealed)).not.toContain('19900001111');
    expect(due_date).not.toBeNull();

    await home.due();
    const city = await home.person('city');
    await city.open('workbench');
    await city.tapWords(reference);
    await city.arrives('staff/feedback');
    await city.sees('窗口说材料要交两遍，希望只交一遍。');
    await city.tapEach('answer-', '');
    await city.type('answer-text', '已通知各县一律只收一遍，感谢您的意见。');
    await city.tap('answer-send');
    await city.answer(true);
    await city.sees('没有待答复的投诉建议');

    await home.due();
    await sender.open('account/notices');
    await sender.tap('message-0');
    await sender.arrives('account/complaint');
    await sender.sees('已通知各县一律只收一遍，感谢您的意见。');
  },
};
