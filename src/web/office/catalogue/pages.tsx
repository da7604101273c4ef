/** The catalogue in the office: what is for sale, a form for a new product, and the same form for changing one. */
import type { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { Language } from '../../../policy/index.ts';
import {
  type Product,
  readAllProducts,
  readProviders,
  SHARED_FIELDS,
  type SupplierChoice,
  saveProduct,
} from '../../../register/index.ts';
import { ADDRESSES, addressOf } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { amountInWords } from '../../texts/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { type Desk, deskAddress, withPurpose } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { kroner } from '../exports/cells.ts';
import { wholeList } from '../exports/office-list.ts';
import { doneThen } from '../flash/done-then.ts';
import { AmountField, AreaField, CheckField, RadioField, SelectField, TextField } from '../form/fields.tsx';
import { OfficeForm } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { TakeOut } from '../list/take-out.tsx';
import { type WorkingDesk, workingFor } from '../working-for.tsx';
import { DURABILITIES, FIELDS, KINDS, LONGEST, readProduct, VAT_RATES, valuesOf } from './read-product.ts';

const PURPOSES = ['customer-administration'];

export function addCatalogue(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeCatalogue } = ADDRESSES;
  app.get(officeCatalogue[language], (context) =>
    workingFor(context, parts, officeCatalogue, PURPOSES, (desk) => showCatalogue(context, parts, desk)),
  );
  app.post(officeCatalogue[language], (context) =>
    workingFor(context, parts, officeCatalogue, PURPOSES, (desk) => receiveProduct(context, parts, desk)),
  );
}

export const CATALOGUE_OUT = wholeList<Product>({
  ...{ name: 'catalogue', page: 'officeCatalogue', title: (texts) => texts.officeCatalogue, purposes: PURPOSES },
  columns: [
    { label: ({ catalogue }) => catalogue.sku, text: ({ sku }) => sku },
    { label: (texts) => texts.officeCatalogue, text: (row, { frame }) => row[`name_${frame.language}`] },
    {
      label: ({ catalogue }) => catalogue.kind,
      text: ({ kind }, { frame }) => officeTextsIn(frame.language).catalogue.kinds[kind],
    },
    { label: ({ catalogue }) => catalogue.price, text: ({ price_ore }) => kroner(price_ore) },
    { label: ({ catalogue }) => catalogue.vatRate, text: ({ vat_rate }) => Number(vat_rate) },
    {
      label: ({ catalogue }) => catalogue.inCatalogue,
      text: ({ in_catalogue }, { frame }) => officeTextsIn(frame.language)[in_catalogue ? 'yes' : 'no'],
    },
  ],
  read: ({ sessions: { register } }) => readAllProducts(register),
});

interface CatalogueProps {
  readonly desk: Desk;
  readonly products: readonly Product[];
  readonly suppliers: readonly SupplierChoice[];
  readonly state: FormState;
}

const NEW = { kind: 'goods', vatRate: '25', durability: 'normal', inCatalogue: 'yes' } as const;

const CataloguePage: FC<CatalogueProps> = (props) => {
  const { desk, products, state } = props;
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { catalogue } = texts;
  const edited = products.find(({ product_id: id }) => id === state.values.product);
  return (
    <DeskPage desk={desk} title={texts.officeCatalogue} page="officeCatalogue">
      <h1>{texts.officeCatalogue}</h1>
      <p class="lead">{catalogue.lead}</p>
      {products.length === 0 ? <p class="empty">{catalogue.none}</p> : <Products desk={desk} products={products} />}
      {products.length === 0 ? null : <TakeOut desk={desk} name={CATALOGUE_OUT.name} />}
      <h2 id="form">{edited === undefined ? catalogue.newProduct : catalogue.edit(edited[`name_${language}`])}</h2>
      <ProductForm {...props} />
    </DeskPage>
  );
};

const Products: FC<{ desk: Desk; products: readonly Product[] }> = ({ desk, products }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  const { catalogue } = texts;
  const address = withPurpose(addressOf('officeCatalogue', language), desk.purpose?.name ?? null);
  return (
    <table class="ds-table lines">
      <caption class="unseen">{texts.officeCatalogue}</caption>
      <thead>
        <tr>
          {[texts.officeCatalogue, catalogue.sku, catalogue.kind, catalogue.price, catalogue.vatRate].map((label) => (
            <th scope="col">{label}</th>
          ))}
          <th scope="col">{catalogue.inCatalogue}</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product) => (
          <tr>
            <th scope="row">
              <a class="ds-link" href={`${address}&product=${product.product_id}#form`}>
                {product[`name_${language}`]}
              </a>
            </th>
            <td data-label={catalogue.sku}>{product.sku}</td>
            <td data-label={catalogue.kind}>{catalogue.kinds[product.kind]}</td>
            <td data-label={catalogue.price}>{amountInWords(product.price_ore, language)}</td>
            <td data-label={catalogue.vatRate}>{product.vat_rate} %</td>
            <td data-label={catalogue.inCatalogue}>{product.in_catalogue ? texts.yes : texts.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const ProductForm: FC<CatalogueProps> = ({ desk, suppliers, state }) => {
  const { catalogue, orders } = officeTextsIn(desk.frame.language);
  const same = { desk, state, required: true };
  const text = (name: 'nameNb' | 'nameEn') => (
    <TextField {...same} name={name} label={catalogue[name]} longest={LONGEST[name]} />
  );
  const area = (name: 'descriptionNb' | 'descriptionEn') => (
    <AreaField {...same} name={name} label={catalogue[name]} longest={LONGEST[name]} rows={2} />
  );
  return (
    <OfficeForm desk={desk} state={state} action={deskAddress(desk, 'officeCatalogue')} submit={catalogue.save}>
      {state.values.product ? <input type="hidden" name="product" value={state.values.product} /> : null}
      <TextField {...same} name="sku" label={catalogue.sku} longest={40} />
      <RadioField
        {...same}
        name="kind"
        label={catalogue.kind}
        options={KINDS.map((value) => ({ value, label: catalogue.kinds[value] }))}
      />
      {text('nameNb')}
      {area('descriptionNb')}
      {text('nameEn')}
      {area('descriptionEn')}
      <AmountField {...same} name="price" label={catalogue.price} />
      <SelectField
        {...same}
        name="vatRate"
        label={catalogue.vatRate}
        options={VAT_RATES.map((rate) => ({ value: String(rate), label: `${rate} %` }))}
      />
      <RadioField
        {...same}
        name="durability"
        label={catalogue.durability}
        options={DURABILITIES.map((value) => ({ value, label: catalogue.durabilities[value] }))}
      />
      <CheckField {...same} name="inCatalogue" label={catalogue.inCatalogue} />
      <SelectField
        {...{ desk, state, name: 'supplier', label: catalogue.supplier, required: 'filter' }}
        options={suppliers.map(({ supplierId: value, name: label }) => ({ value, label }))}
        empty={catalogue.noSupplier}
      />
      <fieldset class="field">
        <legend>{catalogue.shared}</legend>
        <p class="hint">{catalogue.sharedHint}</p>
        {SHARED_FIELDS.map((field) => (
          <CheckField {...same} name={`share-${field}`} label={orders.sharedFields[field]} />
        ))}
      </fieldset>
    </OfficeForm>
  );
};

const read = (parts: WebParts, desk: WorkingDesk) =>
  parts.asPrincipal(desk.staff, desk.purpose.name, async ({ register }) => ({
    products: await readAllProducts(register),
    suppliers: parts.policy.tables['register.supplier'] === undefined ? [] : await readProviders(register),
  }));

async function showCatalogue(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const found = await read(parts, desk);
  const edited = found.products.find(({ product_id: id }) => id === context.req.query('product'));
  const values = edited === undefined ? NEW : valuesOf(edited);
  return context.html(<CataloguePage desk={desk} {...found} state={{ values, faults: {} }} />);
}

async function receiveProduct(context: WebContext, parts: WebParts, desk: WorkingDesk): Promise<Response> {
  const { typed } = await readForm(context, FIELDS);
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value ?? '']));
  const found = await read(parts, desk);
  const edited = found.products.find(({ product_id: id }) => id === typed.product);
  const ids = found.suppliers.map(({ supplierId }) => supplierId);
  const { product, faults } = readProduct(desk, values, edited?.product_id ?? parts.newId(), ids);
  const refuse = () => context.html(<CataloguePage desk={desk} {...found} state={{ values, faults }} />, 422);
  if (Object.keys(faults).length > 0) return refuse();
  const saved = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    saveProduct(register, product),
  );
  if (!saved) {
    faults.sku = officeTextsIn(desk.frame.language).catalogue.faultTaken;
    return refuse();
  }
  return doneThen(context, parts, desk, deskAddress(desk, 'officeCatalogue'), {
    says: (texts) => texts.catalogue.saved(product[`name_${desk.frame.language}`]),
  });
}
