/** What is for sale in the form for ordering: products with quantities, and add-on services with their acceptance. */
import type { FC } from 'hono/jsx';
import type { Product } from '../../../register/index.ts';
import { type FormState, WhyAsked } from '../../forms/field.tsx';
import type { Frame } from '../../frame.ts';
import { amountInWords, textsIn } from '../../texts/index.ts';
import { acceptanceOf } from './read-order.ts';
import type { Shop } from './shop.ts';

interface GoodsProps {
  readonly frame: Frame;
  readonly state: FormState;
  readonly shop: Shop;
}

export const ProductRow: FC<{ product: Product; frame: Frame; state: FormState }> = ({ product, frame, state }) => {
  const { language } = frame;
  const texts = textsIn(language);
  const field = `quantity.${product.sku}`;
  const fault = state.faults[field];
  return (
    <div class="product">
      <div>
        <h3>{product[`name_${language}`]}</h3>
        <p>{product[`description_${language}`]}</p>
        <Price product={product} frame={frame} />
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

const Price: FC<{ product: Product; frame: Frame }> = ({ product, frame: { language } }) => (
  <p>
    <strong>{amountInWords(grossPrice(product), language)}</strong> {textsIn(language).inclusiveOfVat} (
    {product.vat_rate} %)
  </p>
);

/** Øre, VAT included. */
export const grossPrice = ({ price_ore, vat_rate }: Pick<Product, 'price_ore' | 'vat_rate'>): number =>
  Math.round((price_ore * (100 + vat_rate)) / 100);

/**
 * Wanting an add-on and accepting what is shared with its supplier are two boxes, neither of them ticked beforehand:
 * the acceptance stands by itself, and says whom it is for and what it concerns.
 */
export const AddOns: FC<GoodsProps> = ({ frame, state, shop }) => {
  const { policy, language } = frame;
  const { ordering } = textsIn(language);
  const offered = shop.products.flatMap((product) => {
    const acceptance = product.kind === 'add-on' ? acceptanceOf(frame, product, shop.suppliers) : null;
    return acceptance === null ? [] : [{ product, acceptance }];
  });
  if (offered.length === 0) return null;
  const box = (name: string, label: string) => (
    <label class="choice">
      <input class="ds-input" type="checkbox" name={name} value="yes" checked={state.values[name] === 'yes'} />
      {label}
    </label>
  );
  return (
    <section aria-labelledby="add-ons">
      <h2 id="add-ons">{ordering.addOns}</h2>
      {offered.map(({ product, acceptance }) => (
        <fieldset class="add-on">
          <legend>{product[`name_${language}`]}</legend>
          <p>
            {product[`description_${language}`]} {ordering.addOnFrom(acceptance.supplier)}
          </p>
          <Price product={product} frame={frame} />
          {box(`want.${product.sku}`, ordering.addOnWant(product[`name_${language}`]))}
          {box(`accept.${product.sku}`, acceptance.words)}
          <p class="hint">{ordering.addOnRefusal}</p>
          <div class="field">
            <WhyAsked {...{ policy, language }} column="register.add_on.shared_fields" label={ordering.addOns} />
          </div>
        </fieldset>
      ))}
    </section>
  );
};
