/** The evidence board: who may read it, what it says of each promise, and that it never says more than was found. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inSections } from '../../src/web/office/evidence/sections.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';
import { asStaff, logOf } from '../support/office.ts';
import { signedInByHeader } from '../support/staff.ts';
import { storeRun } from '../support/stored-run.ts';

let web: EasyStepWeb;
beforeAll(async () => {
  web = await openEasyStepWeb(signedInByHeader);
});
afterAll(() => web.close());

const board = async (query = ''): Promise<string> =>
  (await asStaff(web, 'privacy-officer').get(`/kontor/bevis?purpose=privacy-administration${query}`)).html;

const card = (html: string, id: string): string => {
  const from = html.slice(html.indexOf(`id="${id}"`));
  return from.slice(0, from.indexOf('</article>'));
};
const listed = (html: string): string[] =>
  [...html.matchAll(/class="ds-card promise" id="(P\d+)"/g)].map((it) => it[1] ?? '');

describe('before any control has run', () => {
  test('the board says so, and says of no promise that it holds', async () => {
    const html = await board();
    expect(html).toContain('Kontrollene er aldri kjørt her.');
    expect(html).toContain('Holdes (0)');
    expect(html).toContain('Ingen kontroll ennå (100)');
  });
});

describe('who may read it', () => {
  test('roles without a purpose that reads results are refused, which is logged', async () => {
    const before = (await logOf(web)).length;
    const { status, html } = await asStaff(web, 'sales').get('/kontor/bevis');
    expect(status).toBe(403);
    expect(html).toContain('Ta vare på personvernet ditt');
    expect((await logOf(web)).slice(before)).toMatchObject([{ action: 'refused', purpose: 'privacy-administration' }]);
    expect((await asStaff(web, 'sales').get('/kontor')).html).not.toContain('/kontor/bevis');
  });

  test('whoever has such a purpose is led to the board under it', async () => {
    const response = await web.app.request('http://localhost/en/office/evidence?purpose=statistics', {
      headers: { staff: 'owner' },
    });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/en/office/evidence?purpose=privacy-administration');
  });
});

describe('after a run', () => {
  test('a promise carries its sentence, and each control what it found, where and when', async () => {
    await storeRun(web, (name) => (name === 'no-card-numbers' ? 'broken' : 'holds'));
    const html = await board();
    const promise = Object.values(web.policy.promises).find(({ controls }) => controls.includes('no-card-numbers'));
    const broken = card(html, promise?.id ?? '');
    expect(broken).toContain('<blockquote>');
    expect(broken).toContain('data-color="danger">Brutt');
    expect(broken).toContain('Funn av no-card-numbers.');
    expect(broken).toContain('sted no-card-numbers');
    expect(broken).toContain('23. nov. 2026');
    expect(html).not.toContain('døgn gammelt');
  });

  test('a promise with one control that is not built is not said to hold, whatever the others found', async () => {
    await storeRun(web, () => 'holds');
    const html = await board();
    const { promises, controlsNotBuilt } = web.policy;
    const open = Object.values(promises).filter(({ controls }) => controls.some((it) => controlsNotBuilt.includes(it)));
    expect(open.length).toBeGreaterThan(0);
    for (const { id } of open) expect(card(html, id)).toContain('data-color="neutral">Ingen kontroll ennå');
  });

  test('a control that did not run keeps its promise from holding', async () => {
    await storeRun(web, (name) => (name === 'ledger-intact' ? 'not-run' : 'holds'));
    const html = await board();
    const touched = Object.values(web.policy.promises).filter(({ controls }) => controls.includes('ledger-intact'));
    expect(touched.length).toBeGreaterThan(0);
    for (const { id } of touched) expect(card(html, id).split('<blockquote>')[0]).not.toContain('Holdes');
  });

  test('a result older than a day is said to be old', async () => {
    await storeRun(web, () => 'holds', '2026-11-20T11:00:00Z');
    expect(await board()).toContain('Resultatet er 3 døgn gammelt');
  });

  test('the list can be narrowed to one status, and an unknown one is no filter', async () => {
    await storeRun(web, (name) => (name === 'no-card-numbers' ? 'broken' : 'holds'));
    const all = listed(await board());
    const byStatus = await Promise.all(['holds', 'broken', 'none'].map((status) => board(`&status=${status}`)));
    expect(all).toHaveLength(100);
    expect(byStatus.flatMap(listed).toSorted()).toEqual(all.toSorted());
    expect(byStatus.map((html) => listed(html).length > 0)).toEqual([true, true, true]);
    expect(listed(await board('&status=anything'))).toHaveLength(100);
  });
});

describe('the chart', () => {
  test('has words for who does not see it, no inline style, and the same figures as its table', async () => {
    const html = await board();
    const svg = html.slice(html.indexOf('<svg'), html.indexOf('</svg>'));
    expect(svg).toMatch(/role="img" aria-labelledby="chart-narrow-title chart-narrow-text"/);
    expect(svg).toMatch(/<title id="chart-narrow-title">.+<desc id="chart-narrow-text">.+/);
    expect(html).not.toContain('style="');
    expect(html).not.toContain('<style');
    expect(svg).not.toMatch(/(fill|stroke)="#/);
    const table = html.slice(html.indexOf('figures-table'), html.indexOf('</table>'));
    const figures = [...table.matchAll(/<td>(\d+)<\/td>/g)].map(([, figure]) => Number(figure));
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(100);
  });

  test('puts every promise of the statement into one section', () => {
    const promises = Array.from({ length: 100 }, (_, at) => {
      return { id: `P${at + 1}`, label: { nb: '', en: '' }, status: 'none' as const, controls: [] };
    });
    const sizes = inSections(promises).map((section) => section.promises.length);
    expect(sizes).toEqual([2, 13, 23, 6, 3, 5, 5, 10, 14, 11, 6, 2]);
    expect(inSections([{ id: 'X1', label: { nb: '', en: '' }, status: 'none', controls: [] }])).toMatchObject([
      { name: 'other' },
    ]);
  });
});

test('the ledger is told with its size, and how much of it is signed', async () => {
  const { rows } = await web.database.pool.query<{ size: number }>('select count(*) as size from kept.ledger_entry');
  const html = await board();
  const ledger = html.slice(html.indexOf('id="ledger"'));
  expect(ledger).toContain(`<dd>${rows[0]?.size}</dd>`);
  expect(ledger).toContain('Ingenting er signert ennå.');
});
