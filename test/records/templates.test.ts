/** The templates of outgoing mail: read by somebody, free of praise, and sent for no purpose but those that cover them. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileFolder } from '../../src/cli/compile-policy.ts';
import { digestOf, lookThroughTemplates, MAIL_TEMPLATES, type NewMail, writeMail } from '../../src/records/index.ts';
import { sessionsOf } from '../../src/web/index.ts';
import { type EasyStepWeb, openEasyStepWeb } from '../support/easy-step-web.ts';

const { compiled } = compileFolder(resolve(import.meta.dirname, '../../policies/easy-step'));
const NOTICE = 'https://kept.example/personvern';
const all = lookThroughTemplates(() => ({ sender: 'Easy Step AS', noticeUrl: NOTICE }));

describe('each template', () => {
  test.each(all)('$name has the words that were reviewed', (template) => {
    const [, found] = Object.entries(MAIL_TEMPLATES).find(([name]) => name === template.name) ?? [];
    expect({ words: found?.reviewed.digest }).toEqual({ words: digestOf(found as never) });
  });

  test.each(all)(
    '$name is for purposes of the policy, and for those of direct marketing alone if it is marketing',
    (template) => {
      for (const name of template.purposes) {
        const purpose = compiled?.policy.purposes[name];
        expect(purpose?.records).toContain('outgoing-mail');
        expect(purpose?.directMarketing === true || template.class === 'service').toBe(true);
      }
    },
  );

  test.each(all)('$name ends with where the notice is, in every form', ({ forms }) => {
    for (const { bodyText } of forms) expect(bodyText.trimEnd().endsWith(NOTICE)).toBe(true);
  });

  test.each(all)('$name says something else in each language', ({ forms }) => {
    expect(forms.map(({ language }) => language)).toEqual(expect.arrayContaining(['nb', 'en']));
    expect(new Set(forms.map(({ bodyText }) => bodyText)).size).toBeGreaterThan(1);
  });
});

describe('the outbox', () => {
  let web: EasyStepWeb;
  beforeAll(async () => {
    web = await openEasyStepWeb();
  });
  afterAll(() => web.close());

  const mail = (template: string): NewMail => ({
    ...{ mailId: '00000000-0000-7000-8000-000000000001', personId: null, addressee: 'eli@example.no', template },
    ...{ language: 'nb', subjectLine: 'Emne', bodyText: 'Tekst', createdAt: new Date('2026-11-23T12:00:00Z') },
  });
  const write = (purpose: string, template: string) =>
    web.enforcement.asPurpose({ kind: 'visitor', id: 'visitor', roles: [] }, purpose, (session) =>
      writeMail(sessionsOf(session).records, mail(template)),
    );

  test.each([
    ['ordering', 'sign-in-link', 'template-not-covered'],
    ['sign-in', 'order-received', 'template-not-covered'],
    ['ordering', 'summer-sale', 'template-unknown'],
    ['ordering', 'constructor', 'template-unknown'],
  ])('for %s the template %s is refused, and nothing is written', async (purpose, template, code) => {
    await expect(write(purpose, template)).rejects.toMatchObject({ name: 'TemplateRefused', code });
    expect((await web.database.pool.query('select from kept.outbox')).rowCount).toBe(0);
  });

  test('for a purpose that covers it a template is written', async () => {
    await write('ordering', 'order-received');
    expect((await web.database.pool.query('select from kept.outbox')).rowCount).toBe(1);
  });
});
