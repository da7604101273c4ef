/**
 * How an order goes from placed to completed, and who may take it a step further. Pure.
 *
 * placed          It has come in, and binds the customer. Sales look at it. The customer or sales may still change or
 *                 cancel it. A private person who asked for an invoice waits here until a credit decision is made.
 * confirmed       We have said that we deliver. Warehouse packs. Sales may still cancel, with a reason; the customer
 *                 asks for that; a consumer may withdraw.
 * part-delivered  Something is on its way or has arrived, and something is not there yet. Warehouse sends the rest;
 *                 what has come is told by warehouse, by the customer, or by the days that have passed.
 * delivered       Everything ordered has arrived; each delivery has the moment at which it counts as completed. The
 *                 time in which a consumer may withdraw runs.
 * completed       Fourteen days after the last receipt are over. Nothing more happens to it.
 * cancelled       It came to nothing before anything was sent. Nothing more happens to it.
 *
 *   placed ──confirm──▶ confirmed ──send──▶ part-delivered ──receive──▶ delivered ──close──▶ completed
 *     │  ▲                 │  │                │        ▲
 *     │  └──take back──────┘  │                └─send/──┘
 *     └────cancel, withdraw───┴──▶ cancelled     receive
 */

export const ORDER_STATUSES = ['placed', 'confirmed', 'part-delivered', 'delivered', 'completed', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Who takes a step: the customer on My page, sales, warehouse, or the daily run. */
export type OrderActor = 'customer' | 'sales' | 'warehouse' | 'system';

export type OrderStep = 'change' | 'confirm' | 'take-back' | 'cancel' | 'withdraw' | 'send' | 'receive' | 'close';

/** What the deliveries so far say; `ordered` for an order of which nothing was sent. */
export interface Progress {
  /** Every line has gone in full. */
  readonly allSent: boolean;
  /** Every delivery counts as completed. */
  readonly allReceived: boolean;
}

interface Rule {
  readonly from: readonly OrderStatus[];
  readonly by: readonly OrderActor[];
}

const RULES: Readonly<Record<OrderStep, Rule>> = {
  change: { from: ['placed'], by: ['sales'] },
  confirm: { from: ['placed'], by: ['sales'] },
  'take-back': { from: ['confirmed'], by: ['sales'] },
  cancel: { from: ['placed', 'confirmed'], by: ['sales', 'customer'] },
  // A consumer may withdraw from what has been sent too; that comes back, and the order stays what it was.
  withdraw: { from: ['placed', 'confirmed'], by: ['customer'] },
  send: { from: ['confirmed', 'part-delivered'], by: ['warehouse'] },
  receive: { from: ['part-delivered'], by: ['warehouse', 'customer', 'system'] },
  close: { from: ['delivered'], by: ['system'] },
};

/** Whether the step may be taken. The customer cancels by themself only what is not confirmed. */
export function mayStep(status: OrderStatus, step: OrderStep, actor: OrderActor): boolean {
  const { from, by } = RULES[step];
  if (actor === 'customer' && step === 'cancel' && status !== 'placed') return false;
  return from.includes(status) && by.includes(actor);
}

/** The statuses from which the step can be taken by somebody. */
export const statusesFor = (step: OrderStep): readonly OrderStatus[] => RULES[step].from;

/**
 * The status after a step.
 * @param progress What the deliveries say with the step taken; for `send` and `receive`.
 */
export function statusAfter(status: OrderStatus, step: OrderStep, progress: Progress): OrderStatus {
  switch (step) {
    case 'change':
      return status;
    case 'confirm':
      return 'confirmed';
    case 'take-back':
      return 'placed';
    case 'cancel':
    case 'withdraw':
      return 'cancelled';
    case 'send':
    case 'receive':
      return progress.allSent && progress.allReceived ? 'delivered' : 'part-delivered';
    case 'close':
      return 'completed';
    default:
      return step satisfies never;
  }
}

/** Why an order cannot be confirmed now; null when it can. */
export type NotYet = 'credit-decision' | null;

/**
 * A private person pays afterwards only after a credit decision; whoever pays beforehand, and a company, waits for none.
 * @param allowedAt When a human being decided that an invoice may be sent.
 */
export function waitsFor(order: {
  readonly kind: 'private' | 'company';
  readonly paymentTerms: 'prepaid' | 'invoice';
  readonly allowedAt: Date | null;
}): NotYet {
  const waits = order.kind === 'private' && order.paymentTerms === 'invoice' && order.allowedAt === null;
  return waits ? 'credit-decision' : null;
}
