import { hasRoleAnywhere } from '@shared/kernel/actor';
import { go } from '../../client/go';
import { ListRow } from '../../ui/lists/list-row';
import { holdsClasses, type Me } from './use-me';

/** What the offices of loans, places, classes and payments come for, whether something waits for them or not. */
export function OfficeRows({ me }: { me: Me }) {
  const any = (...roles: ReadonlyArray<Parameters<typeof hasRoleAnywhere>[1]>): boolean =>
    roles.some((role) => hasRoleAnywhere(me, role));
  return (
    <>
      {any('loanClerk', 'guarantor', 'lender', 'incubatorOperator') ? (
        <ListRow id="applications" title="申报办理" onTap={() => go('staff/applications')} />
      ) : null}
      {any('lender') ? (
        <ListRow id="loans" title="放出的贷款" detail="还款、逾期、导入还款表" onTap={() => go('staff/loans')} />
      ) : null}
      {any('loanClerk', 'auditor') ? (
        <ListRow id="statements" title="贴息清单" detail="核对后送财政" onTap={() => go('staff/statements')} />
      ) : null}
      {any('loanClerk', 'auditor', 'cityStaff') ? (
        <ListRow id="subsidies" title="创业补贴申报" detail="各项补贴办到哪一步" onTap={() => go('staff/subsidies')} />
      ) : null}
      {any('financeClerk', 'auditor') ? (
        <ListRow id="payments" title="付款清单" onTap={() => go('staff/payments')} />
      ) : null}
      {any('incubatorOperator') ? (
        <ListRow id="place-board" title="基地看板" detail="位置、候补、留位、租金" onTap={() => go('staff/places')} />
      ) : null}
      {holdsClasses(me) ? <ListRow id="class-desk" title="培训班管理" onTap={() => go('staff/classes')} /> : null}
    </>
  );
}
