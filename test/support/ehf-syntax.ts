/**
 * Checks a document against the syntax that Peppol publishes for invoices: elements, their order and number, types, and
 * whole code lists. It is had as a JSON Schema that the package @e-invoice-eu/core generates from Peppol's own files, so
 * nobody here wrote it. A credit note has the same syntax but for the names and places below.
 */
import { invoiceSchema } from '@e-invoice-eu/core';
import { Ajv2019 } from 'ajv/dist/2019.js';
import type { XmlElement } from 'libxml2-wasm';
import { childrenOf, nameOf } from './ehf-xml.ts';

/** What is read of the schema here. */
interface Syntax {
  readonly type?: string;
  readonly items?: Syntax;
  /** In the order of the elements; an attribute is `cbc:ID@schemeID`. */
  readonly properties?: Readonly<Record<string, Syntax>>;
}
type Json = string | Json[] | { [name: string]: Json };

const ROOT = 'ubl:Invoice';
const OF_CREDIT_NOTES: Readonly<Record<string, string>> = {
  'cbc:CreditNoteTypeCode': 'cbc:InvoiceTypeCode',
  'cac:CreditNoteLine': 'cac:InvoiceLine',
  'cbc:CreditedQuantity': 'cbc:InvoicedQuantity',
};

const syntax: Syntax = invoiceSchema as unknown as Syntax;
const matches = new Ajv2019({ strict: false, allErrors: true }).compile(invoiceSchema);

/** @returns What is wrong, each fault with `syntax` before it. */
export function syntaxFaults(root: XmlElement): readonly string[] {
  const faults: string[] = [];
  const of = syntax.properties?.[ROOT];
  if (of === undefined) throw new Error('the schema has another form than this reads');
  const json = { [ROOT]: jsonOf(root, of, faults) };
  if (!matches(json))
    for (const { instancePath, message } of matches.errors ?? []) faults.push(`syntax ${instancePath}: ${message}`);
  return faults;
}

function jsonOf(element: XmlElement, { properties }: Syntax, faults: string[]): Json {
  if (properties === undefined) return element.content;
  const json: { [name: string]: Json } = {};
  const order = Object.keys(properties);
  let last = -1;
  for (const child of childrenOf(element)) {
    const name = OF_CREDIT_NOTES[nameOf(child)] ?? nameOf(child);
    const of = properties[name];
    if (order.indexOf(name) < last) faults.push(`syntax ${nameOf(element)}: ${nameOf(child)} comes too late`);
    last = Math.max(last, order.indexOf(name));
    const value = jsonOf(child, (of?.type === 'array' ? of.items : of) ?? {}, faults);
    const before = json[name];
    if (of?.type === 'array') json[name] = [...(Array.isArray(before) ? before : []), value];
    else if (before === undefined) json[name] = value;
    else faults.push(`syntax ${nameOf(element)}: ${nameOf(child)} comes twice`);
    for (const attribute of child.attrs) json[`${name}@${attribute.name}`] = attribute.value;
  }
  return json;
}
