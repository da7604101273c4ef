/**
 * Taking an order by telephone or at the counter, for a customer who is registered. That the privacy statement was
 * mentioned is asked for before anything is written, and kept as a notice shown (Art. 13).
 */
import type { FC } from 'hono/jsx';
import { recordNoticeShown, writeMail } from '../../../records/index.ts';
import { customerByNumber, type NewOrder, type Product, placeOrder, readCatalogue } from '../../../register/index.ts';
import type { FormState } from '../../forms/field.tsx';
import { readWhole } from '../../forms/read-values.ts';
import type { WebContext } from '../../http-request.ts';
import { orderMail } from '../../public/ordering/mail.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { Sessions, WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { doneThen } from '../flash/done-then.ts';
import { CheckField, RadioField, TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import type { WorkingDesk } from '../working-for.tsx';
import { AgreedFields } from './agreed-fields.tsx';
import { orderAddress } from './order-links.tsx';
import { AGREED_FIELDS, readAgreed } from './read-address.ts';
import { atOrdering } from './steps.tsx';

const MOST_OF_ONE = 100;
const fieldOf = ({ sku }: Product): string => `quantity-${sku}`;

interface TakeProps {
  readonly desk: Desk;
  readonly products: readonly Product[];
  readonly state: FormState;
}

const TakeOrderPage: FC<TakeProps> = ({ desk, products, state }) => {
  const { language } = desk.frame;
  const { orders } = officeTextsIn(language);
  const same = { desk, state };
  return (
    <DeskPage desk={desk} title={orders.newOrder} page="officeOrders">
      <h1>{orders.newOrder}</h1>
      <p class="lead">{orders.newLead}</p>
      <OfficeForm
        {...same}
        action={deskAddress(desk, 'officeNewOrder')}
        submit={orders.place}
        cancel={deskAddress(desk, 'officeOrders')}
      >
        <TextField
          {...{ ...same, name: 'customerNumber', label: orders.customerNumber, hint: orders.customerNumberHint }}
          inputmode="numeric"
          longest={12}
          required
        />
        <RadioField
          {...same}
          name="channel"
          label={orders.channel}
          options={(['phone', 'store'] as const).map((value) => ({ value, label: orders.channels[value] }))}
          required
        />
        <CheckField {...same} name="mentioned" label={orders.mentioned} />
        <fieldset class="fields">
          <legend>{orders.lines}</legend>
          {products.map((product) => (
            <TextField
              {...{ ...same, name: fieldOf(product), inputmode: 'numeric', longest: 3, required: 'filter' }}
              label={`${product[`name_${language}`]} (${amountInWords(product.price_ore, language)})`}
            />
          ))}
        </fieldset>
        <AgreedFields {...same} />
      </OfficeForm>
    </DeskPage>
  );
};

/** Add-on services of others are accepted by the customer themself, on the web. */
const forSale = (parts: WebParts, desk: WorkingDesk): Promise<Product[]> =>
  atOrdering(parts, desk, async ({ register }) =>
    (await readCatalogue(register)).filter(({ kind }) => kind !== 'add-on'),
  );

export async function showTakeOrder(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const state = { values: { terms: 'prepaid' }, faults: {} };
  return context.html(<TakeOrderPage desk={desk} products={await forSale(parts, desk)} state={state} />);
}

const FIELDS = ['customerNumber', 'channel', 'mentioned', ...AGREED_FIELDS] as const;

export async function receiveTakenOrder(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const products = await forSale(parts, desk);
  const { typed } = await readForm(context, [...FIELDS, ...products.map(fieldOf)]);
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
  const faults: Record<string, string> = {};
  const { orders } = officeTextsIn(desk.frame.language);
  const agreed = readAgreed(desk, typed, faults);
  const lines = readLines(products, values, faults, orders);
  const channel = (['phone', 'store'] as const).find((one) => one === typed.channel);
  const number = readWhole(typed.customerNumber);
  if (!number) faults.customerNumber = orders.faultCustomerNumber;
  if (channel === undefined) faults.channel = orders.faultChannel;
  if (typed.mentioned !== 'yes') faults.mentioned = orders.faultMentioned;
  const refuse = () => context.html(<TakeOrderPage desk={desk} products={products} state={{ values, faults }} />, 422);
  if (!number || channel === undefined || Object.keys(faults).length > 0) return refuse();
  const placed = await atOrdering(parts, desk, (sessions) =>
    sessions.transaction((inner) => write(parts, inner, { number, channel, lines, ...agreed })),
  );
  if (placed === null) {
    faults.customerNumber = orders.noSuchCustomer;
    return refuse();
  }
  const { key, orderNumber } = placed;
  return doneThen(context, parts, desk, orderAddress(desk, 'officeOrders', key), {
    says: (texts) => texts.orders.placedDone(orderNumber),
  });
}

function readLines(
  products: readonly Product[],
  values: Readonly<Record<string, string>>,
  faults: Record<string, string>,
  orders: { readonly faultQuantity: string; readonly faultNothing: string },
): NewOrder['lines'] {
  const lines: NewOrder['lines'][number][] = [];
  for (const product of products) {
    const quantity = readWhole(values[fieldOf(product)]) ?? (values[fieldOf(product)]?.trim() ? undefined : 0);
    if (quantity === undefined || quantity > MOST_OF_ONE) faults[fieldOf(product)] = orders.faultQuantity;
    else if (quantity > 0) lines.push({ product, quantity });
  }
  const [first] = products;
  if (lines.length === 0 && first !== undefined) faults[fieldOf(first)] ??= orders.faultNothing;
  return lines;
}

type Taken = Pick<NewOrder, 'lines' | 'deliverTo' | 'paymentTerms' | 'buyerReference'> & {
  readonly number: number;
  readonly channel: 'phone' | 'store';
};

async function write(parts: WebParts, { register, records }: Sessions, { number, channel, ...taken }: Taken) {
  const { now, newId, policy } = parts;
  const customer = await customerByNumber(register, number);
  if (customer === null) return null;
  const { customerId, kind, email, language } = customer;
  const noticeVersion = policy.controller.version.number;
  const orderId = newId();
  const orderNumber = await placeOrder(register, {
    ...{ ...taken, customerId, orderId, placedAt: now(), through: channel, noticeVersion, orderedBy: null, addOns: [] },
  });
  if (orderNumber === null) throw new Error('an id that was just made is in use');
  await recordNoticeShown(records, {
    ...{ personId: customerId, shownId: newId(), versionNumber: noticeVersion, shownAt: now() },
    channel: channel === 'store' ? 'counter' : 'phone',
  });
  await writeMail(
    records,
    orderMail(parts, language, { addressee: email, customerId, orderNumber }, { ...taken, kind }),
  );
  return { orderNumber, key: { customer_id: customerId, order_id: orderId } };
}
