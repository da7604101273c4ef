/** Beside a company customer: what the open register says of it, and its contact people. Under customer administration. */

import type { Hono } from 'hono';
import type { CompanyAnswer } from '../../../connectors/index.ts';
import type { Language, Purpose } from '../../../policy/index.ts';
import {
  addContact,
  changeContact,
  isSupplementField,
  readContacts,
  readSupplemented,
  readSupplements,
  removeContact,
  SUPPLEMENT_FIELDS,
  type SupplementedCustomer,
  supplementRefusal,
  takeOver,
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
import { besideCustomer, hereOf, pathOf } from './addresses.ts';
import { valuesOf } from './compared.ts';
import { type Company, ContactPage, ContactsPage } from './contacts-page.tsx';
import { LookUpPage } from './look-up-page.tsx';

const belongs = ({ name }: Purpose): boolean => name === 'customer-administration';

type Work = (
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
) => Promise<Response>;

export function addCompanyPages(app: Hono<WebEnvironment>, parts: WebParts, language: Language): void {
  const at = (context: WebContext, page: 'register' | 'contacts', work: Work) => {
    const id = context.req.param('customer') ?? '';
    const contact = context.req.param('contact');
    return onlyFor(
      context,
      parts,
      hereOf(page, id, ...(contact === undefined ? [] : [contact])),
      belongs,
      async (desk) => {
        const customer = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
          readSupplemented(register, id),
        );
        return customer === null ? await notThere(context, desk) : await work(context, parts, desk, customer);
      },
    );
  };
  const customer = `${ADDRESSES.officeCustomers[language]}/:customer{${UUID}}` as const;
  const register = `${customer}/${pathOf('register', language)}` as const;
  app.get(register, (context) => at(context, 'register', (...all) => showLookUp(...all, null)));
  app.post(register, (context) => at(context, 'register', receiveLookUp));
  const contacts = `${customer}/${pathOf('contacts', language)}` as const;
  app.get(contacts, (context) => at(context, 'contacts', (...all) => showContacts(...all, EMPTY_FORM)));
  app.post(contacts, (context) => at(context, 'contacts', receiveContact));
  app.get(`${contacts}/:contact{${UUID}}`, (context) => at(context, 'contacts', (...all) => showContact(...all, null)));
  app.post(`${contacts}/:contact{${UUID}}`, (context) => at(context, 'contacts', receiveChange));
}

function notThere(context: WebContext, { frame }: DeskWithPurpose): Response | Promise<Response> {
  const texts = officeTextsIn(frame.language);
  return context.html(<DeskMessage frame={frame} title={texts.noSuchCustomer} text={texts.supplierGoneNext} />, 404);
}

async function showLookUp(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
  answer: CompanyAnswer | 'changed' | null,
): Promise<Response> {
  const kept = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readSupplements(register, customer.customerId),
  );
  const setUp = parts.outside.companies !== null;
  return context.html(<LookUpPage {...{ desk, customer, kept, answer, setUp }} />, answer === 'changed' ? 409 : 200);
}

async function receiveLookUp(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
): Promise<Response> {
  const shown = SUPPLEMENT_FIELDS.map((field) => `shown_${field}`);
  const { typed, lists } = await readForm(context, ['act', ...shown], ['take'] as const);
  const { companies } = parts.outside;
  // Refused before anybody is asked: for a private person or a confidential address no number leaves the house.
  const number = customer.organisationNumber;
  if (companies === null || number === null || supplementRefusal(customer) !== null) {
    return await showLookUp(context, parts, desk, customer, null);
  }
  const answer = await companies.lookUp(number);
  if (typed.act !== 'take' || answer.kind !== 'found') return await showLookUp(context, parts, desk, customer, answer);
  const values = [...valuesOf(answer.company)].filter(([field]) => lists.take.includes(field));
  // What was seen is what is taken over, and nothing that the form made up.
  const same = lists.take.every((field) =>
    values.some(([name, value]) => name === field && typed[`shown_${field}`] === value),
  );
  if (!same || !lists.take.every(isSupplementField)) return await showLookUp(context, parts, desk, customer, 'changed');
  const back = besideCustomer(desk, 'register', customer.customerId);
  if (values.length === 0) {
    return doneThen(context, parts, desk, back, { says: (texts) => texts.companyNothing, tone: 'warning' });
  }
  const { sourceName, sourceUrl, retrievedAt } = answer;
  const refusal = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    takeOver(register, {
      ...{ customerId: customer.customerId, values: new Map(values), sourceName, sourceUrl, retrievedAt },
      ...{ at: parts.now(), newId: parts.newId },
    }),
  );
  return doneThen(context, parts, desk, back, {
    says: (texts) => (refusal === null ? texts.companyTaken(values.length) : texts.companyRefusals[refusal]),
    tone: refusal === null ? 'success' : 'warning',
  });
}

const companyOf = ({ customerId, kind, own }: SupplementedCustomer): Company => ({
  ...{ customerId, name: own.legal_name ?? '', isCompany: kind === 'company' },
});

async function showContacts(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
  state: FormState,
): Promise<Response> {
  const contacts = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readContacts(register, customer.customerId),
  );
  const page = <ContactsPage {...{ desk, contacts, state }} company={companyOf(customer)} />;
  return context.html(page, state === EMPTY_FORM ? 200 : 422);
}

async function receiveContact(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
): Promise<Response> {
  const { typed } = await readForm(context, CONTACT_FIELDS);
  const { details, faults } = readContactForm(typed, officeTextsIn(desk.frame.language));
  const { customerId, kind } = customer;
  if (Object.keys(faults).length > 0 || kind !== 'company') {
    return await showContacts(context, parts, desk, customer, { values: { ...typed }, faults });
  }
  const more = { customerId, contactId: parts.newId(), registeredAt: parts.now() };
  await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    addContact(register, { ...details, ...more, noticeVersion: parts.policy.controller.version.number }),
  );
  return doneThen(context, parts, desk, besideCustomer(desk, 'contacts', customerId), {
    says: (texts) => texts.contactAdded,
  });
}

async function showContact(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
  faulty: FormState | null,
): Promise<Response> {
  const contacts = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    readContacts(register, customer.customerId),
  );
  const contact = contacts.find(({ contactId }) => contactId === context.req.param('contact'));
  if (contact === undefined) return await notThere(context, desk);
  const page = { desk, contact, company: companyOf(customer), state: faulty ?? stateOfContact(contact) };
  return context.html(<ContactPage {...page} />, faulty === null ? 200 : 422);
}

async function receiveChange(
  context: WebContext,
  parts: WebParts,
  desk: DeskWithPurpose,
  customer: SupplementedCustomer,
): Promise<Response> {
  const { typed } = await readForm(context, ['act', ...CONTACT_FIELDS] as const);
  const { customerId } = customer;
  const contactId = context.req.param('contact') ?? '';
  const removing = typed.act === 'remove';
  const { details, faults } = readContactForm(typed, officeTextsIn(desk.frame.language));
  if (!removing && Object.keys(faults).length > 0) {
    return await showContact(context, parts, desk, customer, { values: { ...typed }, faults });
  }
  const done = await parts.asPrincipal(desk.staff, desk.purpose.name, ({ register }) =>
    removing
      ? removeContact(register, { customerId, contactId, by: desk.staff.id })
      : changeContact(register, customerId, contactId, details),
  );
  return doneThen(context, parts, desk, besideCustomer(desk, 'contacts', customerId), {
    says: (texts) => (!done ? texts.supplierGone : removing ? texts.contactRemoved : texts.contactSaved),
    tone: done ? 'success' : 'warning',
  });
}
