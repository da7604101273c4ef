/** Suppliers and partners one works with, and those one worked with. */
import type { FC } from 'hono/jsx';
import { dateInWords } from '../../../notice/index.ts';
import { readSuppliers, type Supplier } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import { officeTextsIn } from '../../texts/office.ts';
import { withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { wholeList } from '../exports/office-list.ts';
import { OfficeForm } from '../form/form.tsx';
import { TakeOut } from '../list/take-out.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { SupplierFields } from './fields.tsx';

interface ListProps {
  readonly desk: DeskWithPurpose;
  readonly suppliers: readonly Supplier[];
  readonly state: FormState;
  readonly today: string;
}

export const supplierAddress = ({ frame, purpose }: DeskWithPurpose, ...rest: readonly string[]): string =>
  withPurpose([ADDRESSES.officeSuppliers[frame.language], ...rest].join('/'), purpose.name);

export const SUPPLIERS_OUT = wholeList<Supplier>({
  ...{ name: 'suppliers', page: 'officeSuppliers', title: (texts) => texts.suppliersTitle },
  purposes: ['supplier-administration'],
  columns: [
    { label: ({ supplierColumns }) => supplierColumns.name, text: ({ name }) => name },
    {
      label: ({ supplierColumns }) => supplierColumns.kind,
      text: ({ kind }, { frame }) => officeTextsIn(frame.language).supplierKinds[kind],
    },
    { label: ({ supplierNumber }) => supplierNumber, text: (one) => one.organisationNumber },
    { label: ({ supplierColumns }) => supplierColumns.delivers, text: ({ delivers }) => delivers },
    { label: ({ supplierColumns }) => supplierColumns.review, text: ({ reviewBy }) => reviewBy },
    { label: ({ suppliersEnded }) => suppliersEnded, text: ({ endedOn }) => endedOn },
  ],
  read: ({ sessions: { register } }) => readSuppliers(register),
});

export const SuppliersPage: FC<ListProps> = ({ desk, suppliers, state, today }) => {
  const texts = officeTextsIn(desk.frame.language);
  const now = suppliers.filter(({ endedOn }) => endedOn === null);
  const before = suppliers.filter(({ endedOn }) => endedOn !== null);
  const faulty = Object.keys(state.faults).length > 0;
  return (
    <DeskPage desk={desk} title={texts.suppliersTitle} page="officeSuppliers">
      <h1>{texts.suppliersTitle}</h1>
      <p class="lead">{texts.suppliersLead}</p>
      {now.length === 0 ? (
        <div class="empty">
          <p class="empty-title">{texts.suppliersNone}</p>
          <p>{texts.suppliersNoneNext}</p>
        </div>
      ) : (
        <Table desk={desk} suppliers={now} caption={texts.suppliersTitle} today={today} />
      )}
      {before.length === 0 ? null : (
        <details>
          <summary>
            {texts.suppliersEnded} ({before.length})
          </summary>
          <Table desk={desk} suppliers={before} caption={texts.suppliersEnded} today={today} />
        </details>
      )}
      {suppliers.length === 0 ? null : <TakeOut desk={desk} name={SUPPLIERS_OUT.name} />}
      <details open={faulty || suppliers.length === 0}>
        <summary>{texts.supplierNew}</summary>
        <OfficeForm desk={desk} state={state} action={supplierAddress(desk)} submit={texts.supplierAdd}>
          <SupplierFields desk={desk} state={state} />
        </OfficeForm>
      </details>
    </DeskPage>
  );
};

const Table: FC<Omit<ListProps, 'state'> & { caption: string }> = ({ desk, suppliers, caption, today }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { name, kind, delivers, review } = texts.supplierColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {[name, kind, delivers, review].map((one) => (
            <th scope="col">{one}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {suppliers.map((one) => (
          <tr>
            <th scope="row" class="row-heading">
              <a class="ds-link" href={supplierAddress(desk, one.supplierId)}>
                {one.name}
              </a>
            </th>
            <td data-label={kind}>{texts.supplierKinds[one.kind]}</td>
            <td data-label={delivers}>{one.delivers ?? ''}</td>
            <td data-label={review}>
              {one.reviewBy === null ? texts.supplierNoReview : dateInWords(one.reviewBy, language)}
              {one.reviewBy !== null && one.reviewBy < today && one.endedOn === null ? ` ${texts.supplierOverdue}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
