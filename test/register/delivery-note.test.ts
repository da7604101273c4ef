/** Delivery notes as PDF: what is in the parcel, what remains, no price, and read aloud in order. */
import { expect, test } from 'vitest';
import { type DeliveryNote, deliveryNotePdf } from '../../src/register/index.ts';
import { compiled, PACKAGED } from '../support/company.ts';
import { pagesOf, piecesOf, readOf, textsOf } from '../support/pdf-text.ts';

const { policy } = compiled(PACKAGED);
const note: DeliveryNote = {
  ...{ number: 30_002, orderNumber: 50_001, dispatchedOn: '2026-11-20' },
  ...{ carrier: 'Diktet Frakt', trackingReference: 'DF-1' },
  deliverTo: ['Ávžži Prøve', 'Vareveien 9', '9730 Kárášjohka'],
  lines: [
    { sku: 'A-1', name: 'Sykkelbjelle', ordered: 3, inThis: 2, remaining: 1 },
    { sku: 'B-2', name: 'Lykt', ordered: 1, inThis: 1, remaining: 0 },
  ],
};

test('says where it goes, what is in the parcel and what is still to come, in the language of whoever gets it', async () => {
  const [nb = ''] = await pagesOf(await deliveryNotePdf(note, policy, 'nb'));
  for (const said of ['Følgeseddel 30002', 'Ávžži Prøve', '9730 Kárášjohka', 'DF-1', 'kommer i en senere sending'])
    expect(nb).toContain(said);
  const [en = ''] = await pagesOf(await deliveryNotePdf({ ...note, lines: note.lines.slice(1) }, policy, 'en'));
  for (const said of ['Delivery note 30002', 'Deliver to', 'has now been sent']) expect(en).toContain(said);
  expect(nb).not.toMatch(/NOK|kroner|mva\./i);
});

test('reads its lines aloud as a table with heads', async () => {
  const { pages, marked } = await readOf(await deliveryNotePdf(note, policy, 'nb'));
  const [page = ['Root']] = pages;
  expect(marked).toBe(true);
  expect(piecesOf('H1', page).flatMap(textsOf)).toEqual(['Følgeseddel 30002']);
  expect(piecesOf('TR', page).map(textsOf)).toEqual(
    expect.arrayContaining([
      ['Bestillingsnummer', '50001'],
      ['Varenummer', 'Vare eller tjeneste', 'Bestilt', 'I denne', 'Gjenstår'],
      ['A-1', 'Sykkelbjelle', '3', '2', '1'],
    ]),
  );
});
