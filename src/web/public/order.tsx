/** Ordering: the catalogue with quantities, who it is for and where it goes. */
import type { FC } from 'hono/jsx';
import type { Language } from '../../policy/index.ts';
import type { CustomerDetails, Product } from '../../register/index.ts';
import { addressOf } from '../addresses.ts';
import { FaultSummary, Field, type FormState, WhyAsked } from '../forms/field.tsx';
import { AddressFields, NoticeBeside, WhoFields } from '../forms/person-fields.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { amountInWords, textsIn } from '../texts/index.ts';

interface OrderProps {
  readonly frame: Frame;
  readonly state: FormState;
  readonly products: readonly Product[];
  /** Who orders, when they are signed in; then they are not asked who they are. */
  readonly customer: CustomerDetails | null;
}

export const OrderPage: FC<OrderProps> = ({ frame, state, products, customer }) => {
  const { policy, language } = frame;
  const texts = textsIn(language);
  const same = { policy, language, state: customer === null ? state : withAddress(state, customer) };
  return (
    <Layout frame={frame} title={texts.order} page="order">
      <h1>{texts.order}</h1>
      {products.length === 0 ? (
        <p class="lead">{texts.emptyCatalogue}</p>
      ) : (
        <div class="with-notice">
          <form method="post" action={addressOf('order', language)} novalidate>
            <FaultSummary state={state} language={language} />
            <section aria-labelledby="products">
              <h2 id="products">{texts.products}</h2>
              {products.map((product) => (
                <ProductRow product={product} language={language} state={state} />
              ))}
              <div class="field">
                <WhyAsked
                  policy={policy}
                  language={language}
                  column="register.order_line.quantity"
                  label={texts.quantity}
                />
              </div>
            </section>
            <h2>{texts.yourself}</h2>
            {customer === null ? <WhoFields {...same} /> : <KnownCustomer frame={frame} customer={customer} />}
            <h2>{texts.delivery}</h2>
            <Field
              {...same}
              name="deliverTo"
              label={texts.deliverTo}
              column="register.sales_order.deliver_to_name"
              autocomplete="shipping name"
            />
            <AddressFields
              {...same}
              required={true}
              columns={[
                'register.sales_order.deliver_to_street',
                'register.sales_order.deliver_to_postal_code',
                'register.sales_order.deliver_to_city',
              ]}
            />
            <button class="ds-button" type="submit">
              {texts.sendOrder}
            </button>
          </form>
          <NoticeBeside language={language} />
        </div>
      )}
    </Layout>
  );
};

/** The address on record, until another one is typed. */
function withAddress(state: FormState, { street, postalCode, city }: CustomerDetails): FormState {
  const known = { street: street ?? '', postalCode: postalCode ?? '', city: city ?? '' };
  return { ...state, values: { ...known, ...state.values } };
}

const KnownCustomer: FC<{ frame: Frame; customer: CustomerDetails }> = ({ frame, customer }) => {
  const texts = textsIn(frame.language);
  return (
    <p>
      {texts.orderingAs} <strong>{customer.legalName}</strong> ({customer.email}).
    </p>
  );
};

const ProductRow: FC<{ product: Product; language: Language; state: FormState }> = ({ product, language, state }) => {
  const texts = textsIn(language);
  const field = `quantity.${product.sku}`;
  const fault = state.faults[field];
  const price = Math.round((product.price_ore * (100 + product.vat_rate)) / 100);
  return (
    <div class="product">
      <div>
        <h3>{product[`name_${language}`]}</h3>
        <p>{product[`description_${language}`]}</p>
        <p>
          <strong>{amountInWords(price, language)}</strong> {texts.inclusiveOfVat} ({product.vat_rate} %)
        </p>
      </div>
      <div class="quantity">
        <label class="ds-label" for={field}>
          {texts.quantity}
          <span class="ds-sr-only"> {product[`name_${language}`]}</span>
        </label>
        <input
          class="ds-input"
          type="number"
          id={field}
          name={field}
          min="0"
          max="100"
          value={state.values[field] ?? '0'}
          {...(fault === undefined ? {} : { 'aria-invalid': 'true' })}
        />
      </div>
    </div>
  );
};
