/** Words that staff write on the company's own account hold no number that must not lie here either. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { signedInByHeader } from '../support/staff.ts';
import { asSender } from '../support/upload.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
});
afterAll(() => web.close());

const CARD = 'Se kort 4111 1111 1111 1111';
const OFFER = {
  ...{ name: 'Vinter', headlineNb: 'Varme', headlineEn: 'Warm', textEn: 'Wool.' },
  ...{ validFrom: '2026-12-01', validUntil: '2026-12-24' },
};
const PRODUCT = {
  ...{ sku: 'ES-1', kind: 'goods', nameNb: 'Sokk', nameEn: 'Sock', descriptionEn: 'Wool', price: '10,00' },
  ...{ vatRate: '25', durability: 'normal' },
};

test.each([
  ['an offer', 'marketing', '/kontor/tilbud?purpose=marketing', { ...OFFER, textNb: CARD }],
  ['a campaign', 'marketing', '/kontor/kampanjer?purpose=marketing', { name: CARD, channel: 'mail' }],
  ['a product', 'sales', '/kontor/varer?purpose=customer-administration', { ...PRODUCT, descriptionNb: CARD }],
  [
    'a survey',
    'support',
    '/kontor/undersokelser?purpose=satisfaction-surveys',
    { name: 'Vår', questionNb: CARD, questionEn: 'How?' },
  ],
])('a payment card number in %s is refused with the reason', async (_what, role, path, fields) => {
  const { status, html } = await asSender(web, role).post(path, fields);
  expect([status, html.includes('ligner et kortnummer')]).toEqual([422, true]);
});

test('a payment card number in the terms of a bought list is refused with the reason', async () => {
  const fields = { vendor: 'Adresser AS', agreement: CARD, receivedOn: '2026-11-20' };
  const path = '/kontor/mulige-kunder/ny?purpose=leads';
  const { status, html } = await asSender(web, 'marketing').upload(path, null, fields);
  expect([status, html.includes('ligner et kortnummer')]).toEqual([422, true]);
});
