/** The addresses of suppliers and partners, for the purpose that keeps in touch with them. */

import type { Hono } from 'hono';
import type { Language, Purpose } from '../../../policy/index.ts';
import { dayOf } from '../../../records/index.ts';
import {
  addSupplier,
  addSupplierContact,
  changeSupplier,
  changeSupplierContact,
  endSupplier,
  endSupplierContact,
  readSupplier,
  readSupplierContacts,
  readSuppliers,
  type Supplier,
} from '../../../register/index.ts';
import { ADDRESSES } from '../../addresses.ts';
import type { FormState } from '../../forms/field.tsx';
import type { WebContext, WebEnvironment } from '../../http-request.ts';
import { UUID } from '../../ids.ts';
import { officeTextsIn } from '../../texts/office.ts';
import type { WebParts } from '../../web-parts.ts';
import { CONTACT_FIELDS, readContactForm, stateOfContact } from '../contacts/fields.tsx';
import { doneThen } from '../flash/done-then.ts';
import { EMPTY_FORM } from '../form/form.tsx';
import { readForm } from '../form/read-form.ts';
import { DeskMessage } from '../message.tsx';
import { type DeskWithPurpose, onlyFor } from '../only-purpose.ts';
import { readSupplierForm, SUPPLIER_FIELDS } from './fields.tsx';
import { SuppliersPage, supplierAddress } from './list-page.tsx';
import { type FaultyForm, SupplierContactPage, SupplierPage } from './one-page.tsx';

const belongs = ({ name }: Purpose): boolean => name === 'supplier-administration';

export function addSupplierPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const { officeSuppliers } = ADDRESSES;
  const root = officeSuppliers[language];
  const at = (context: WebContext, work: (desk: DeskWithPurpose, supplier: Supplier) => Promise<Response>) => {
    const rest = [context.req.param('supplier'), context.req.param('contact')].filter((part) => part !== undefined);
    const here = { nb: [officeSuppliers.nb, ...rest].join('/'), en: [officeSuppliers.en, ...rest].join('/') };
    return onlyFor(context, parts, here, belongs, async (desk) => {
      const supplier = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
        readSupplier(register, context.req.param('supplier') ?? ''),
      );
      return supplier === null ? await notThere(context, desk) : await work(desk, supplier);
    });
  };
  app.get(root, (context) =>
    onlyFor(context, parts, officeSuppliers, belongs, (desk) => showList(context, parts, desk, EMPTY_FORM)),
  );
  app.post(root, (context) =>
    onlyFor(context, parts, officeSuppliers, belongs, (desk) => receiveNew(context, parts, desk)),
  );
  const one = `${root}/:supplier{${UUID}}` as const;
  app.get(one, (context) => at(context, (desk, supplier) => showOne(context, parts, desk, supplier, null)));
  app.post(one, (context) => at(context, (desk, supplier) => receiveOne(context, parts, desk, supplier)));
  const contact = `${one}/:contact{${UUID}}` as const;
  app.get(contact, (context) => at(context, (desk, supplier) => showContact(context, parts, desk, supplier, null)));
  app.post(contact, (context) => at(context, (desk, supplier) => receiveContact(context, parts, desk, supplier)));
}

function notThere(context: WebContext, { frame }: DeskWithPurpose): Response | Promise<Response> {
  const texts = officeTextsIn(frame.language);
  return context.html(<DeskMessage frame={frame} title={texts.supplierGone} text={texts.supplierGoneNext} />, 404);
}

const today = (parts: WebParts): string => dayOf(parts.now(), parts.policy);

async function showList(context: WebContext, parts: WebParts, desk: DeskWithPurpose, state: FormState) {
  const suppliers = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) => readSuppliers(register));
  const page = { desk, suppliers, state, today: today(parts) };
  return context.html(<SuppliersPage {...page} />, state === EMPTY_FORM ? 200 : 422);
}

async function receiveNew(context: WebContext, parts: WebParts, desk: DeskWithPurpose): Promise<Response> {
  const { typed } = await readForm(context, SUPPLIER_FIELDS);
  const { details, faults } = readSupplierForm(typed, officeTextsIn(desk.frame.language));
  if (Object.keys(faults).length > 0) {
    return await showList(context, parts, desk, { values: { ...typed }, faults });
  }
  const supplierId = parts.newId();
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    addSupplier(register, { ...details, supplierId, registeredAt: parts.now() }),
  );
  return doneThen(context, parts, desk, supplierAddress(desk, supplierId), { says: (texts) => texts.supplierAdded });
}

async function showOne(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  supplier: Supplier,
  faulty: FaultyForm | null,
): Promise<Response> {
  const contacts = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readSupplierContacts(register, supplier.supplierId),
  );
  return context.html(<SupplierPage {...{ desk, supplier, contacts, faulty }} />, faulty === null ? 200 : 422);
}

async function receiveOne(context: WebContext, parts: WebParts, desk: DeskWithPurpose, supplier: Supplier) {
  const { typed } = await readForm(context, ['act', ...SUPPLIER_FIELDS, ...CONTACT_FIELDS] as const);
  const texts = officeTextsIn(desk.frame.language);
  const { supplierId, kind } = supplier;
  const values = { ...typed };
  const form = typed.act === 'add-contact' ? 'contact' : 'supplier';
  if (typed.act === 'end') {
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
      endSupplier(register, supplierId, today(parts)),
    );
  } else if (form === 'contact') {
    const { details, faults } = readContactForm(typed, texts);
    if (Object.keys(faults).length > 0) {
      return await showOne(context, parts, desk, supplier, { form, state: { values, faults } });
    }
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
      addSupplierContact(register, {
        ...details,
        ...{ supplierId, kind, contactId: parts.newId(), registeredAt: parts.now() },
        noticeVersion: parts.policy.controller.version.number,
      }),
    );
  } else {
    const { details, faults } = readSupplierForm(typed, texts);
    if (Object.keys(faults).length > 0) {
      return await showOne(context, parts, desk, supplier, { form, state: { values, faults } });
    }
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
      changeSupplier(register, supplierId, details),
    );
  }
  return doneThen(context, parts, desk, supplierAddress(desk, supplierId), {
    says: (words) =>
      typed.act === 'end' ? words.supplierEnded : form === 'contact' ? words.contactAdded : words.supplierSaved,
  });
}

async function showContact(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  supplier: Supplier,
  faulty: FormState | null,
): Promise<Response> {
  const contacts = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readSupplierContacts(register, supplier.supplierId),
  );
  const contact = contacts.find(({ contactId }) => contactId === context.req.param('contact'));
  if (contact === undefined) return await notThere(context, desk);
  const state = faulty ?? stateOfContact(contact);
  return context.html(<SupplierContactPage {...{ desk, supplier, contact, state }} />, faulty === null ? 200 : 422);
}

async function receiveContact(context: WebContext, parts: WebParts, desk: DeskWithPurpose, supplier: Supplier) {
  const { typed } = await readForm(context, ['act', ...CONTACT_FIELDS] as const);
  const contactId = context.req.param('contact') ?? '';
  if (typed.act === 'end') {
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
      endSupplierContact(register, contactId, today(parts)),
    );
  } else {
    const { details, faults } = readContactForm(typed, officeTextsIn(desk.frame.language));
    if (Object.keys(faults).length > 0) {
      return await showContact(context, parts, desk, supplier, { values: { ...typed }, faults });
    }
    await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
      changeSupplierContact(register, contactId, details),
    );
  }
  return doneThen(context, parts, desk, supplierAddress(desk, supplier.supplierId), {
    says: (words) => (typed.act === 'end' ? words.contactEnded : words.supplierSaved),
  });
}
