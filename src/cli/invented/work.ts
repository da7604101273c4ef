/** Invented work that waits today: orders to confirm and to deliver, questions, claims, a dispute, money to pay back. */
import { amountsOf } from '../../register/index.ts';
import { before, dayFrom, type Given, someone, staffOf, type Tables } from './given.ts';
import { CATALOGUE } from './names.ts';
import { draw, idOf, type Row } from './rows.ts';

const QUESTIONS = [
  ['Når kommer pakken?', 'Hei! Jeg bestilte sko i forrige uke. Når kan jeg vente dem?'],
  ['Bytte størrelse', 'Støvlene var for små. Kan jeg bytte til et nummer større?'],
  ['Faktura på e-post', 'Kan vi få fakturaen sendt til regnskapet vårt i stedet?'],
  ['Skopleie', 'Tar dere imot sko til impregnering uten avtale?'],
  ['Samarbeid', 'Vi er et idrettslag og lurer på om dere gir rabatt på tjue par.'],
] as const;

const FAULTS = [
  ['Sålen har løsnet på høyre sko etter to måneder.', 'repair'],
  ['Det ene hempefestet røk første gang jeg brukte støvlene.', 'replacement'],
  ['Fikk feil farge, og den riktige er utsolgt.', 'refund'],
  ['Sokkene krympet selv om jeg vasket dem som det står.', 'price-reduction'],
] as const;

/** Which claim, from whom, days ago, and the words. The last one waits for an answer. */
const LETTERS = [
  [1, 'in', 5, 'Her er et bilde av hempefestet. Si fra om dere trenger mer.'],
  [1, 'out', 4, 'Takk for bildet. Vi spør leverandøren og svarer deg innen fredag.'],
  [0, 'in', 1, 'Kan jeg levere skoene i butikken, eller skal jeg sende dem?'],
] as const;

export function inventWork(given: Given): Tables {
  const orders = Array.from({ length: 9 }, (_, at) => openOrder(given, at));
  return [
    ['register.sales_order', orders.map(({ order }) => order)],
    ['register.order_line', orders.flatMap(({ lines }) => lines)],
    ['register.message', [...QUESTIONS.map((_, at) => question(given, at)), ...[0, 1].map((at) => answer(given, at))]],
    ['register.claim', FAULTS.map((_, at) => claim(given, at))],
    ['register.claim_entry', LETTERS.map((_, at) => letter(given, at))],
    ['register.dispute', [dispute(given)]],
    ['register.note', [0, 1, 2].map((at) => note(given, at))],
    ['register.unsorted_message', [stray(given)]],
  ];
}

/** Three to confirm, four to deliver, two for which somebody wants to pay later. */
function openOrder(given: Given, at: number): { order: Row; lines: Row[] } {
  const key = `open order ${at}`;
  const { customer_id } = someone(given, key, at % 3 === 0 ? 'company' : 'private');
  const order_id = idOf(key);
  const lines = Array.from({ length: 1 + draw(key, 2) }, (_, line) => ({
    line,
    goods: CATALOGUE[(draw(key, CATALOGUE.length) + line) % CATALOGUE.length],
    quantity: 1 + draw(`${key} ${line}`, 3),
  })).flatMap(({ goods, ...rest }) => (goods === undefined ? [] : [{ ...rest, goods }]));
  const priced = lines.map(({ goods, quantity }) => ({
    ...{ quantity, unitPriceOre: goods.priceOre, vatRate: goods.vatRate },
  }));
  const { netOre: net_ore, vatOre: vat_ore } = amountsOf(priced);
  const confirmed = at >= 3 && at < 7;
  const placed = before(given, confirmed ? 2 : 0, 1 + at);
  return {
    order: {
      ...{ customer_id, order_id, placed_at: placed, placed_through: at % 4 === 0 ? 'phone' : 'web', net_ore, vat_ore },
      ...{ notice_version: given.noticeVersion, status: confirmed ? 'confirmed' : 'placed' },
      ...{ payment_terms: at >= 7 ? 'invoice' : 'prepaid', confirmed_at: confirmed ? before(given, 1) : null },
      ...{ deliver_to_name: 'Prøve Mottaker', deliver_to_street: `Eksempelveien ${at + 1}` },
      ...{ deliver_to_postal_code: '7010', deliver_to_city: 'Trondheim' },
    },
    lines: lines.map(({ line, goods, quantity }) => ({
      ...{ customer_id, order_id, line_number: line + 1, product_id: idOf(goods.sku), quantity },
      ...{ unit_price_ore: goods.priceOre, vat_rate: goods.vatRate },
    })),
  };
}

function question(given: Given, at: number): Row {
  const [subject_line, body] = QUESTIONS[at] ?? QUESTIONS[0];
  return {
    ...{ customer_id: someone(given, `question ${at}`).customer_id, message_id: idOf(`question ${at}`) },
    ...{ direction: 'in', channel: at % 2 === 0 ? 'mail' : 'web', at: before(given, at, 3), subject_line, body },
    ...{ extends_relationship: false, purpose: 'customer-communication' },
  };
}

function answer(given: Given, at: number): Row {
  return {
    ...{ customer_id: someone(given, `answered ${at}`).customer_id, message_id: idOf(`answer ${at}`) },
    ...{ direction: 'out', channel: 'mail', at: before(given, 8 + at), subject_line: 'Svar på spørsmålet ditt' },
    ...{ body: 'Hei! Ja, det ordner vi. Kom innom når det passer.', extends_relationship: false },
    ...{ purpose: 'customer-communication', handled_by: staffOf('support') },
  };
}

function claim(given: Given, at: number): Row {
  const [description, wants] = FAULTS[at] ?? FAULTS[0];
  const closed = at === 3;
  return {
    ...{ customer_id: someone(given, `claim ${at}`, 'private').customer_id, claim_id: idOf(`claim ${at}`) },
    ...{ received_at: before(given, 3 + at * 4), received_through: at % 2 === 0 ? 'web' : 'phone', description, wants },
    ...{ discovered_on: dayFrom(given, -5 - at * 4), window_ends_on: dayFrom(given, 500 + at) },
    ...{
      answer_due_on: dayFrom(given, 11 - at * 4),
      status: closed ? 'closed' : at === 1 ? 'under-review' : 'received',
    },
    ...{ outcome: closed ? 'price-reduced' : null, closed_at: closed ? before(given, 1) : null },
    ...{ outcome_text: closed ? 'Vi beklager, og trekker fra halve prisen.' : null },
    ...{ limitation_on: closed ? dayFrom(given, 900) : null, handled_by: at === 0 ? null : staffOf('support') },
  };
}

function letter(given: Given, at: number): Row {
  const [about, direction, days, body] = LETTERS[at] ?? LETTERS[0];
  const { customer_id } = someone(given, `claim ${about}`, 'private');
  return {
    ...{ customer_id, claim_id: idOf(`claim ${about}`), entry_id: idOf(`letter ${at}`), at: before(given, days) },
    ...{ direction, channel: direction === 'in' ? 'web' : 'mail', subject_line: 'Reklamasjonen', body },
    ...{ answered_at: direction === 'in' && about === 1 ? before(given, 4) : null },
    handled_by: direction === 'in' && about === 0 ? null : staffOf('support'),
  };
}

const dispute = (given: Given): Row => ({
  ...{ customer_id: someone(given, 'dispute', 'company').customer_id, dispute_id: idOf('dispute') },
  ...{ opened_at: before(given, 20), opened_by: staffOf('legal'), status: 'open' },
  matter: 'Kunden mener at partiet ble levert for sent, og vil ikke betale.',
  our_position: 'Leveringen skjedde innen fristen som ble avtalt på telefon.',
  ...{ limitation_on: dayFrom(given, 1000), review_on: dayFrom(given, 6) },
});

const note = (given: Given, at: number): Row => ({
  ...{ customer_id: someone(given, `question ${at}`).customer_id, note_id: idOf(`note ${at}`) },
  ...{ written_at: before(given, 1 + at), written_by: staffOf('support') },
  body: ['Vil helst bli ringt etter klokka tolv.', 'Henter varene selv.', 'Spør etter Kaja.'][at] ?? '',
});

const stray = (given: Given): Row => ({
  ...{ unsorted_message_id: idOf('stray'), received_at: before(given, 0, 5), external_id: '<stray-1@example.com>' },
  ...{ from_address: 'nysgjerrig@example.com', from_name: 'Nysgjerrig Diktet', subject_line: 'Finnes skoene i rødt?' },
  body: 'Hei, jeg har ikke handlet hos dere før. Finnes turskoene i rødt?',
});
