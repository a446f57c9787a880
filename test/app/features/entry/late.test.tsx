import { fireEvent, screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { LateCodesDesk } from '../../../../src/features/entry/late/late-codes-desk';
import { LateDesk } from '../../../../src/features/entry/late/late-desk';
import { MakeLateDesk } from '../../../../src/features/entry/late/make-late-desk';
import { api } from '../../../support/api';
import { control, showPage, tap } from '../../../support/shown';

const entry = api.entry;
const entryId = '0197f000-0000-7000-8000-0000000000e1';
const track = { code: 'rural_revitalisation', zh: '乡村振兴' };
const opened = {
  contestId: 'LF-XH-2026-141033',
  regionZh: '蒲县',
  endsAt: '2026-12-21T00:00:00+08:00',
  tracks: [track],
  groups: [{ code: 'idea_team', zh: '创意组', hintZh: '还没办营业执照的' }],
  drafts: [{ entryId, title: '蒲县山货', trackZh: '乡村振兴', version: 3 }],
};
const contest = {
  contestId: opened.contestId,
  regionZh: '蒲县',
  signUpClosesAt: '2026-12-14T00:00:00+08:00',
  latestEnd: '2026-12-24T00:00:00+08:00',
  tracks: [track],
};

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  entry.seeLateCode.mockResolvedValue(opened);
  entry.lateChoices.mockResolvedValue({ contests: [contest] });
});

describe('使用补报码', () => {
  test('a visitor is asked to sign in; without a code it is asked for; a refusal stands beside it', async () => {
    keepSession(null);
    const visit = showPage(<LateDesk code="" entryId="" />);
    expect(screen.getByText('登录后输入')).toBeTruthy();
    visit.unmount();
    keepSession('a-session');
    showPage(<LateDesk code="" entryId="" />);
    await tap('see-code');
    expect(screen.getByText('请输入补报码')).toBeTruthy();
    expect(entry.seeLateCode).not.toHaveBeenCalled();
    const said = '补报码已用完，请联系发码的人重新发一个';
    entry.seeLateCode.mockRejectedValue(new Failure('ENTRY_LATE_CODE_USED_UP', said, { code: said }));
    fireEvent.change(control('field-code'), { target: { value: 'cg997 ccgt3' } });
    await tap('see-code');
    expect(await screen.findByText(said)).toBeTruthy();
  });

  test('says until when, and finishes the draft that it was opened from', async () => {
    entry.admitLate.mockResolvedValue({ entryId, state: 'draft', stateZh: '填写中', version: 4 });
    showPage(<LateDesk code="CG997-CCGT3" entryId={entryId} />);
    await tap('see-code');
    expect(await screen.findByText('可以在蒲县补报')).toBeTruthy();
    expect(document.body.textContent).toContain('补报12月20日（周日）24:00 截止');
    await tap('use-late');
    expect(entry.admitLate).toHaveBeenCalledWith({ code: 'CG997-CCGT3', entryId, version: 3 }, expect.anything());
  });

  test('begins another project, whose group is asked for; of one track nothing is asked', async () => {
    entry.startLate.mockResolvedValue({ entryId });
    entry.seeLateCode.mockResolvedValue({ ...opened, drafts: [] });
    showPage(<LateDesk code="CG997-CCGT3" entryId="" />);
    await tap('see-code');
    await tap('use-late');
    expect(await screen.findByText('请选择组别')).toBeTruthy();
    expect(entry.startLate).not.toHaveBeenCalled();
    await tap('field-groupCode-idea_team');
    await tap('use-late');
    const sent = { code: 'CG997-CCGT3', trackCode: track.code, groupCode: 'idea_team' };
    expect(entry.startLate).toHaveBeenCalledWith(sent, expect.anything());
  });
});

describe('发补报码', () => {
  test('what is missing is said beside each field; the code is shown once with how to use it', async () => {
    entry.makeLateCode.mockResolvedValue({ codeId: entryId, code: 'CG997-CCGT3', endsAt: opened.endsAt });
    showPage(<MakeLateDesk />);
    await tap('make');
    expect(await screen.findByText('请选择补报的最后一天')).toBeTruthy();
    expect(screen.getByText('请写明理由')).toBeTruthy();
    fireEvent.change(control('field-reason'), { target: { value: '停电' } });
    fireEvent.change(control('field-lastDay'), { target: { value: '2026-12-20' } });
    await tap('make');
    const wish = { contestId: contest.contestId, trackCode: null, lastDay: '2026-12-20', uses: 1, reason: '停电' };
    expect(entry.makeLateCode).toHaveBeenCalledWith(wish, expect.anything());
    expect(await screen.findByText('只显示这一次')).toBeTruthy();
    expect(control('made-late').textContent).toContain('CG997');
  });

  test('who may make none is told who can; the list says what came of each', async () => {
    entry.lateChoices.mockResolvedValue({ contests: [] });
    const shut = showPage(<MakeLateDesk />);
    expect((await screen.findAllByText('您不能发补报码')).length).toBeGreaterThan(0);
    shut.unmount();
    entry.lateCodes.mockResolvedValue({
      items: [
        {
          codeId: entryId,
          regionZh: '蒲县',
          trackZh: null,
          reason: '停电',
          uses: 3,
          used: 2,
          submitted: 1,
          madeBy: '李主任',
          madeAt: '2026-11-24T10:00:00+08:00',
          endsAt: opened.endsAt,
          standZh: '可用',
          voidable: false,
        },
      ],
      next: null,
    });
    showPage(<LateCodesDesk />);
    expect(await screen.findByText('可用 3 人，已用 2 人，已提交 1 个项目')).toBeTruthy();
    expect(document.getElementById('make-late')).toBeNull();
    expect(document.getElementById(`void-${entryId}`)).toBeNull();
  });
});
