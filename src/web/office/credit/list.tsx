/** Orders whose customers have asked to pay later, and that wait for somebody to decide. */
import type { FC } from 'hono/jsx';
import { MOST_CHECKS, type OrderOnCredit, readWaitingForCredit } from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { kroner, localTime } from '../exports/cells.ts';
import { wholeList } from '../exports/office-list.ts';
import { TakeOut } from '../list/take-out.tsx';
import type { DeskWithPurpose } from '../only-purpose.ts';
import { timeInWords } from '../value.tsx';

interface CreditListProps {
  readonly desk: DeskWithPurpose;
  readonly waiting: readonly OrderOnCredit[];
  /** Whether a bureau can be asked. */
  readonly setUp: boolean;
}

export const CREDIT_OUT = wholeList<OrderOnCredit>({
  ...{
    name: 'credit-to-decide',
    page: 'officeCredit',
    title: (texts) => texts.creditTitle,
    purposes: ['credit-check'],
  },
  columns: [
    { label: ({ creditColumns }) => creditColumns.order, text: ({ orderNumber }) => Number(orderNumber) },
    { label: ({ creditColumns }) => creditColumns.buyer, text: ({ legalName }) => legalName },
    {
      label: ({ creditColumns }) => creditColumns.placed,
      text: ({ placedAt }, { frame }) => localTime(placedAt, frame.policy),
    },
    { label: ({ creditColumns }) => creditColumns.amount, text: ({ amountOre }) => kroner(amountOre) },
    {
      label: ({ creditColumns }) => creditColumns.state,
      text: (one, { frame }) => officeTextsIn(frame.language).creditStates[stateOf(one)],
    },
  ],
  read: ({ sessions: { register } }) => readWaitingForCredit(register),
});

export const CreditListPage: FC<CreditListProps> = ({ desk, waiting, setUp }) => {
  const texts = officeTextsIn(desk.frame.language);
  return (
    <DeskPage desk={desk} title={texts.creditTitle} page="officeCredit">
      <h1>{texts.creditTitle}</h1>
      <p class="lead">{texts.creditLead(MOST_CHECKS)}</p>
      {setUp ? null : (
        <div class="ds-alert" data-color="warning">
          <p>{texts.creditNotSetUp}</p>
        </div>
      )}
      {waiting.length === 0 ? (
        <div class="empty">
          <p class="empty-title">{texts.creditNobody}</p>
          <p>{texts.creditNobodyNext}</p>
        </div>
      ) : (
        <>
          <Waiting desk={desk} waiting={waiting} />
          <TakeOut desk={desk} name={CREDIT_OUT.name} />
        </>
      )}
    </DeskPage>
  );
};

const Waiting: FC<{ desk: DeskWithPurpose; waiting: readonly OrderOnCredit[] }> = ({ desk, waiting }) => {
  const { frame, purpose } = desk;
  const { language } = frame;
  const texts = officeTextsIn(language);
  const { order, buyer, placed, amount, state } = texts.creditColumns;
  return (
    <table class="ds-table lines list-table">
      <caption class="unseen">{texts.creditTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{order}</th>
          <th scope="col">{buyer}</th>
          <th scope="col">{placed}</th>
          <th scope="col" class="figure">
            {amount}
          </th>
          <th scope="col">{state}</th>
        </tr>
      </thead>
      <tbody>
        {waiting.map((one) => (
          <tr>
            <th scope="row" class="row-heading">
              <a
                class="ds-link"
                href={withPurpose(`${ADDRESSES.officeCredit[language]}/${one.customerId}/${one.orderId}`, purpose.name)}
              >
                {one.orderNumber}
              </a>
            </th>
            <td data-label={buyer}>{one.legalName}</td>
            <td data-label={placed}>{timeInWords(one.placedAt, frame.policy, language)}</td>
            <td data-label={amount} class="figure">
              {amountInWords(one.amountOre, language)}
            </td>
            <td data-label={state}>{texts.creditStates[stateOf(one)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

function stateOf({ check }: OrderOnCredit): 'unasked' | 'unanswered' | 'undecided' | 'decided' {
  if (check === null) return 'unasked';
  if (check.decided) return 'decided';
  return check.answered ? 'undecided' : 'unanswered';
}
