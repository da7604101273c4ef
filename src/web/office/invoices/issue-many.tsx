/** Issuing invoices: what will be sent, to whom and for how much is shown first. Afterwards it stands. */
import { HTTPException } from 'hono/http-exception';
import { dayAt } from '../../../enforcement/index.ts';
import { writeMail } from '../../../records/index.ts';
import {
  dueOn,
  issueInvoice,
  NothingToInvoice,
  type OrderToInvoice,
  readOrdersToInvoice,
  shortDay,
  whatIsBilled,
} from '../../../register/index.ts';
import type { WebContext } from '../../http-request.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { BulkPreview, type Effect } from '../list/bulk-preview.tsx';
import { readChosen } from '../list/chosen.ts';
import { orderKeyOf } from '../orders/order-links.tsx';
import type { WorkingDesk } from '../working-for.tsx';
import { atInvoicing } from './links.tsx';
import { issuedMail } from './mails.ts';
import { NoBilling } from './to-invoice.tsx';

interface Key {
  readonly text: string;
  readonly customerId: string;
  readonly orderId: string;
}

export async function issueMany(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const { chosen, typed } = await readChosen(context, ['confirm']);
  const keys = chosen.map(readKey);
  if (typed.confirm === 'yes') return await issueAll(context, parts, desk, keys);
  const { timeZone } = parts.policy.controller;
  const orders = await atInvoicing(parts, desk, ({ register }) => readOrdersToInvoice(register, keys, timeZone));
  const byId = new Map(orders.map((order) => [order.orderId, order] as const));
  const effects = keys.map(({ text, orderId }) => effectOn(parts, desk, text, byId.get(orderId)));
  const { invoices } = officeTextsIn(desk.frame.language);
  const possible = effects.filter((one) => one.possible).length;
  return context.html(
    <DeskPage desk={desk} title={invoices.issueTitle} page="officeToInvoice">
      <h1>{invoices.issueTitle}</h1>
      {parts.policy.controller.billing === null ? <NoBilling desk={desk} /> : <p>{invoices.issueFinal}</p>}
      <BulkPreview
        desk={desk}
        effects={effects}
        action={deskAddress(desk, 'officeIssueInvoices')}
        confirm={invoices.issueConfirm(possible)}
        cancel={deskAddress(desk, 'officeToInvoice')}
      />
    </DeskPage>,
  );
}

function readKey(text: string): Key {
  const key = orderKeyOf(text);
  if (key === null) throw new HTTPException(400, { message: 'an order is marked that no list has' });
  return { text, ...key };
}

function effectOn(
  parts: WebParts,
  { frame: { language } }: WorkingDesk,
  key: string,
  order: OrderToInvoice | undefined,
): Effect {
  const { invoices } = officeTextsIn(language);
  if (order === undefined) return { key, row: invoices.order, effect: invoices.issueUnseen, possible: false };
  const row = `${order.orderNumber} · ${order.customer.legalName}`;
  const { totalOre, lineCount } = whatIsBilled(order);
  if (lineCount === 0) return { key, row, effect: invoices.issueNothing, possible: false };
  const { billing, timeZone } = parts.policy.controller;
  if (billing === null) return { key, row, effect: invoices.noBilling, possible: false };
  const due = shortDay(dueOn(dayAt(parts.now(), timeZone), billing.paymentDays), language);
  const effect = invoices.issueEffect(amountInWords(totalOre, language), due, order.customer.email);
  return { key, row, effect, possible: true };
}

/** Each in a transaction of its own, with its mail: one that cannot be issued any more holds up no other. */
async function issueAll(context: WebContext, parts: WebParts, desk: WorkingDesk, keys: readonly Key[]) {
  const { billing, timeZone } = parts.policy.controller;
  let issued = 0;
  if (billing !== null) {
    for (const { customerId, orderId } of keys) {
      const given = { customerId, orderId, invoiceId: parts.newId(), at: parts.now(), timeZone, billing };
      const one = async (sessions: Sessions): Promise<void> =>
        writeMail(sessions.records, issuedMail(parts, await issueInvoice(sessions.register, given)));
      try {
        await atInvoicing(parts, desk, (sessions) => sessions.transaction(one));
        issued += 1;
      } catch (error) {
        if (!(error instanceof NothingToInvoice)) throw error;
      }
    }
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeToInvoice'), {
    says: ({ invoices }) => invoices.issued(issued),
    tone: issued === keys.length ? 'success' : 'warning',
    onwards: { href: deskAddress(desk, 'officeInvoices'), text: (texts) => texts.officeInvoices },
  });
}
