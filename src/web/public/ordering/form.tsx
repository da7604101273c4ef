/** Ordering: the catalogue with quantities, add-on services, who it is for, where it goes, how it is paid. */
import type { FC } from 'hono/jsx';
import type { SignedInBuyer } from '../../../register/index.ts';
import { addressOf } from '../../addresses.ts';
import { FaultSummary, Field, type FormState, WhyAsked } from '../../forms/field.tsx';
import { AddressFields, NoticeBeside, WhoFields } from '../../forms/person-fields.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { customerKinds } from '../../offered.ts';
import { textsIn } from '../../texts/index.ts';
import { AddOns, ProductRow } from './goods.tsx';
import type { Shop } from './shop.ts';

export interface OrderFormProps {
  readonly frame: Frame;
  readonly state: FormState;
  readonly shop: Shop;
}

export const OrderPage: FC<OrderFormProps> = ({ frame, state: given, shop }) => {
  const { language } = frame;
  const texts = textsIn(language);
  const { products, buyer } = shop;
  const state = buyer === null ? given : withAddress(given, buyer);
  const own = products.filter(({ kind }) => kind !== 'add-on');
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
              {own.map((product) => (
                <ProductRow product={product} frame={frame} state={state} />
              ))}
              <div class="field">
                <WhyAsked
                  {...{ policy: frame.policy, language }}
                  column="register.order_line.quantity"
                  label={texts.quantity}
                />
              </div>
            </section>
            <AddOns frame={frame} state={state} shop={shop} />
            <Who frame={frame} state={state} shop={shop} />
            <Where frame={frame} state={state} shop={shop} />
            <Terms frame={frame} state={state} shop={shop} />
            <div>
              <button class="ds-button" type="submit" name="step" value="summary">
                {texts.ordering.toSummary}
              </button>
              <p class="hint">{texts.ordering.toSummaryHelp}</p>
            </div>
          </form>
          <NoticeBeside language={language} />
        </div>
      )}
    </Layout>
  );
};

/** The address on record, until another one is typed. */
function withAddress(state: FormState, { street, postalCode, city }: SignedInBuyer): FormState {
  const known = { street: street ?? '', postalCode: postalCode ?? '', city: city ?? '' };
  return { ...state, values: { ...known, ...state.values } };
}

const Who: FC<OrderFormProps> = ({ frame, state, shop: { buyer } }) => {
  const { policy, language } = frame;
  const texts = textsIn(language);
  const { ordering } = texts;
  const same = { policy, language, state };
  const company = (
    <>
      <Field
        {...same}
        name="contactName"
        label={ordering.contactName}
        column="register.contact_person.full_name"
        hint={ordering.contactNameHelp}
        autocomplete="name"
      />
      <Field
        {...same}
        name="buyerReference"
        label={ordering.buyerReference}
        column="register.sales_order.buyer_reference"
        hint={ordering.buyerReferenceHelp}
      />
    </>
  );
  if (buyer !== null) {
    return (
      <section aria-labelledby="yourself">
        <h2 id="yourself">{texts.yourself}</h2>
        <p>
          {texts.orderingAs} <strong>{buyer.legalName}</strong> ({buyer.email}).
        </p>
        {buyer.kind === 'company' ? company : null}
      </section>
    );
  }
  return (
    <section class="fields" aria-labelledby="yourself">
      <h2 id="yourself">{texts.yourself}</h2>
      <WhoFields {...same} />
      {customerKinds(policy).includes('company') ? (
        <fieldset class="fields">
          <legend>{ordering.companyOnly}</legend>
          {company}
        </fieldset>
      ) : null}
    </section>
  );
};

const Where: FC<OrderFormProps> = ({ frame, state, shop: { buyer } }) => {
  const { policy, language } = frame;
  const texts = textsIn(language);
  const { ordering } = texts;
  const same = { policy, language, state };
  const elsewhere = ['ownStreet', 'ownPostalCode', 'ownCity'].some((name) => state.values[name] || state.faults[name]);
  return (
    <section class="fields" aria-labelledby="delivery">
      <h2 id="delivery">{texts.delivery}</h2>
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
      {buyer !== null ? null : (
        <details class="own-address" open={elsewhere}>
          <summary>{ordering.ownAddress}</summary>
          <div class="fields">
            <Field {...same} name="ownStreet" label={ordering.ownStreet} column="register.customer.street_address" />
            <Field
              {...same}
              name="ownPostalCode"
              label={ordering.ownPostalCode}
              column="register.customer.postal_code"
              inputmode="numeric"
            />
            <Field {...same} name="ownCity" label={ordering.ownCity} column="register.customer.city" />
          </div>
        </details>
      )}
    </section>
  );
};

const Terms: FC<OrderFormProps> = ({ frame, state, shop: { offersInvoice } }) => {
  const { policy, language } = frame;
  const { ordering } = textsIn(language);
  if (!offersInvoice) return null;
  const fault = state.faults.terms;
  const chosen = state.values.terms === 'invoice' ? 'invoice' : 'prepaid';
  return (
    <fieldset class="field">
      <legend>{ordering.terms}</legend>
      {fault === undefined ? null : <p class="fault">{fault}</p>}
      {(['prepaid', 'invoice'] as const).map((terms) => (
        <label class="choice">
          <input
            class="ds-input"
            type="radio"
            id={terms === 'prepaid' ? 'terms' : 'terms-invoice'}
            name="terms"
            value={terms}
            checked={chosen === terms}
          />
          <span>
            {ordering[terms]}
            <span class="hint block">{ordering[`${terms}Help`]}</span>
          </span>
        </label>
      ))}
      <WhyAsked {...{ policy, language }} column="register.sales_order.payment_terms" label={ordering.terms} />
    </fieldset>
  );
};
