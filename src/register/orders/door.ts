/** What the other rooms see of orders. */
export { type Amounts, amountsByRate, amountsOf, type PricedLine, type RateAmounts } from './amounts.ts';
export { changeOrder, type OrderChange } from './changing.ts';
export { readOrderNumbers } from './numbers.ts';
export {
  mayStep,
  ORDER_STATUSES,
  type OrderActor,
  type OrderStatus,
  type OrderStep,
  statusAfter,
  statusesFor,
  waitsFor,
} from './order-state.ts';
export { type AcceptedAddOn, type NewOrder, placeOrder } from './placement.ts';
export {
  countOrders,
  type Delivery,
  type ListedOrder,
  listOrders,
  listOrdersToPack,
  type Order,
  type OrderKey,
  type OrderLine,
  orderListOrder,
  type PackedOrder,
  readInvoiceAllowed,
  readOrder,
  readOrderLines,
  readOrdersOf,
  readOrderToPack,
} from './reading.ts';
export { type OrderAddOn, openSalesOrder, type SalesOrder } from './sales-view.ts';
export { cancelOrder, confirmOrder, type StepOutcome, takeBackConfirmation } from './steps.ts';
export { WITHDRAWAL_DAYS, withdrawalEndsOn, withdrawalOf } from './withdrawal.ts';
export { mayWithdraw, type WithdrawOutcome, withdrawalOfOrder, withdrawOrder } from './withdrawing.ts';
