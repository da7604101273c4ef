/** What somebody typed to order: checked as a whole, and either a draft of the order or a message at each field. */
import { HTTPException } from 'hono/http-exception';
import type { AcceptedAddOn, NewOrder, Product, SignedInBuyer } from '../../../register/index.ts';
import { addOnWords, digestOfWords } from '../../add-on-words.ts';
import { forbiddenNumberFault } from '../../forms/forbidden-number.ts';
import { type PersonTyped, readPerson, type Typed } from '../../forms/read-person.ts';
import type { Frame } from '../../frame.ts';
import { customerKinds } from '../../offered.ts';
import { textsIn } from '../../texts/index.ts';
import type { Shop } from './shop.ts';

const MOST_OF_ONE = 100;
const LONGEST_NAME = 200;
const LONGEST_REFERENCE = 100;

export interface OrderDraft {
  readonly person: PersonTyped;
  /** Who is signed in; null for somebody who is found or registered by what they typed. */
  readonly buyer: SignedInBuyer | null;
  readonly kind: 'private' | 'company';
  readonly contactName: string | null;
  readonly lines: NewOrder['lines'];
  readonly addOns: readonly Omit<AcceptedAddOn, 'addOnId'>[];
  /** Add-on services that were wanted, and whose sharing was not accepted. */
  readonly dropped: readonly Product[];
  readonly deliverTo: NewOrder['deliverTo'];
  readonly paymentTerms: NewOrder['paymentTerms'];
  readonly buyerReference: string | null;
}

export type ReadOrder = { readonly draft: OrderDraft } | { readonly faults: Readonly<Record<string, string>> };

/** Every field of the form, beside those of each product. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['kind', 'legalName', 'organisationNumber', 'email', 'phone', 'contactName', 'buyerReference', 'terms'],
  ...['deliverTo', 'street', 'postalCode', 'city', 'ownStreet', 'ownPostalCode', 'ownCity', 'step', 'order', 'total'],
]);

/** @throws HTTPException 400 for a field that the form does not ask for: nothing sent is dropped unseen. */
export function refuseUnknownFields(typed: Typed): void {
  const known = (name: string): boolean => FIELDS.has(name) || /^(quantity|want|accept)\..{1,60}$/.test(name);
  if (Object.keys(typed).every(known)) return;
  throw new HTTPException(400, { message: 'the form has a field that it does not ask for' });
}

export function readOrder(frame: Frame, shop: Shop, typed: Typed): ReadOrder {
  const { language } = frame;
  const texts = textsIn(language);
  const get = (name: string): string => (typed[name] ?? '').trim();
  const { buyer } = shop;
  const said = buyer === null ? typed : { ...typed, ...identityOf(buyer) };
  const { person, faults } = readPerson(said, texts, buyer === null ? customerKinds(frame.policy) : ['private']);
  const kind = buyer?.kind ?? person.kind;
  const { lines, addOns, dropped } = readChoice(frame, shop, typed, faults);
  for (const name of ['street', 'postalCode', 'city'] as const) {
    if (person[name] === null) faults[name] ??= texts.faultAddress;
  }
  if (get('ownPostalCode') !== '' && !/^[0-9]{4}$/.test(get('ownPostalCode'))) {
    faults.ownPostalCode = texts.faultPostalCode;
  }
  const paymentTerms: NewOrder['paymentTerms'] =
    shop.offersInvoice && get('terms') === 'invoice' ? 'invoice' : 'prepaid';
  if (get('terms') !== '' && get('terms') !== paymentTerms) faults.terms = texts.ordering.faultTerms;
  checkTexts(frame, typed, faults);
  if (Object.keys(faults).length > 0) return { faults };
  const deliverTo = {
    name: get('deliverTo') || person.legalName,
    ...{ street: person.street, postalCode: person.postalCode, city: person.city },
  };
  const ofCompany = (text: string): string | null => (kind === 'company' && text !== '' ? text : null);
  const draft = {
    ...{ buyer, kind, lines, addOns, dropped, deliverTo, paymentTerms, person: withOwnAddress(person, get) },
    ...{ contactName: ofCompany(get('contactName')), buyerReference: ofCompany(get('buyerReference')) },
  } as const;
  return { draft };
}

/** What is on record stands, whatever a form made by hand says. */
const identityOf = ({ legalName, email }: SignedInBuyer): Typed => ({
  ...{ legalName, email, kind: 'private', organisationNumber: '', phone: '' },
});

/** Where nothing else is typed, the goods go to where the customer is. */
function withOwnAddress(person: PersonTyped, get: (name: string) => string): PersonTyped {
  const own = [get('ownStreet'), get('ownPostalCode'), get('ownCity')].map((text) => text || null);
  const [street = null, postalCode = null, city = null] = own;
  return own.every((part) => part === null) ? person : { ...person, street, postalCode, city };
}

/** Texts that people write freely: none too long, and none with a number that must not come here. */
function checkTexts({ language }: Frame, typed: Typed, faults: Record<string, string>): void {
  const longest: Readonly<Record<string, number>> = {
    ...{ contactName: LONGEST_NAME, deliverTo: LONGEST_NAME, buyerReference: LONGEST_REFERENCE },
    ...{ ownStreet: LONGEST_NAME, ownCity: LONGEST_REFERENCE },
  };
  for (const [name, most] of Object.entries(longest)) {
    if ((typed[name] ?? '').trim().length > most) faults[name] ??= textsIn(language).faultTooLong;
  }
  for (const name of ['legalName', 'street', 'city', ...Object.keys(longest)]) {
    const fault = forbiddenNumberFault(typed[name] ?? '', language);
    if (fault !== null) faults[name] = fault;
  }
}

/** @param faults Gets a message for each quantity that cannot be used. */
function readChoice(frame: Frame, { products, suppliers }: Shop, typed: Typed, faults: Record<string, string>) {
  const texts = textsIn(frame.language);
  const lines: NewOrder['lines'][number][] = [];
  const addOns: Omit<AcceptedAddOn, 'addOnId'>[] = [];
  const dropped: Product[] = [];
  for (const product of products.filter(({ kind }) => kind !== 'add-on')) {
    const field = `quantity.${product.sku}`;
    const quantity = Number(typed[field] || '0');
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_OF_ONE) faults[field] = texts.faultQuantity;
    else if (quantity > 0) lines.push({ product, quantity });
  }
  for (const product of products.filter(({ kind }) => kind === 'add-on')) {
    if (typed[`want.${product.sku}`] !== 'yes') continue;
    const accepted = acceptanceOf(frame, product, suppliers);
    if (accepted === null || typed[`accept.${product.sku}`] !== 'yes') dropped.push(product);
    else {
      lines.push({ product, quantity: 1 });
      addOns.push(accepted.addOn);
    }
  }
  if (lines.length === 0 && Object.keys(faults).every((name) => !name.startsWith('quantity.'))) {
    faults[`quantity.${products[0]?.sku ?? ''}`] = texts.faultNothingChosen;
  }
  return { lines, addOns, dropped };
}

/** The words by which an add-on service is accepted, and what is kept of it; null where its supplier is not known. */
export function acceptanceOf({ policy, language }: Frame, product: Product, suppliers: Shop['suppliers']) {
  const supplierId = product.supplier_id;
  const supplier = supplierId === null ? undefined : suppliers.get(supplierId);
  if (supplierId === null || supplier === undefined) return null;
  const said = { supplier, product: product[`name_${language}`], fields: product.shared_fields };
  const words = addOnWords(policy, language, said);
  const wordsHash = digestOfWords(words);
  const addOn = { productId: product.product_id, supplierId, sharedFields: product.shared_fields, wordsHash };
  return { supplier, words, addOn };
}
