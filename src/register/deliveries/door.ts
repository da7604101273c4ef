/** What the other rooms see of deliveries. */
export { type CompletedBy, completionOf, DAYS_UNTIL_TAKEN_AS_RECEIVED, takenAsReceivedAt } from './completion.ts';
export { type Settled, settleDeliveries } from './daily.ts';
export { type DeliveryNote, deliveryNotePdf, type NotedLine } from './note-pdf.ts';
export { openPackingOrder, type PackedLine, type PackingOrder } from './packing-view.ts';
export {
  checkPart,
  isAllSent,
  type LineProgress,
  type OrderedLine,
  type PartFault,
  progressOf,
  type SentLine,
} from './parts.ts';
export { type DeliveryWithLines, deliveryProgress, lastCompleted, readDeliveries, sentIn } from './reading.ts';
export {
  type NewDelivery,
  type Receipt,
  type ReceiveOutcome,
  receiveDelivery,
  type SendOutcome,
  sendPart,
} from './sending.ts';
