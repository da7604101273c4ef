/** Controls of what was asked and told: consents that were given, notices that were published. */
import { LANGUAGES } from '../../policy/index.ts';
import { isGated, ownersOfRow } from '../compile/row-owner.ts';
import { tableIdent } from '../compile/sql.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults } from './outcome.ts';

export const consentsInLedger: Control = {
  name: 'consents-in-ledger',
  label: {
    nb: 'Hvert samtykke og hver tilbaketrekking står i hovedboken',
    en: 'Every consent and every withdrawal stands in the ledger',
  },
  async look({ owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    // A person without a salt has no entry; with one, asking for the commitment writes nothing. Entries may outlive their
    // consents; but what the ledger says was withdrawn is not in force again unless it was given again.
    const { rows } = await owner.query<{ place: string }>(
      `with held as (select person_id, purpose, count(*) as consents, count(withdrawn_at) as withdrawn
                       from kept.consent_record group by 1, 2),
            salted as (select person_id, kept.ledger_commitment(person_id) as commitment from kept.ledger_salt),
            told as (select kind, convert_from(leaf, 'UTF8')::jsonb as act from kept.ledger_entry
                      where kind in ('consent-given', 'consent-withdrawn')),
            entered as (select act ->> 'person' as commitment, act -> 'body' ->> 'purpose' as purpose,
                               count(*) filter (where kind = 'consent-given') as given,
                               count(*) filter (where kind = 'consent-withdrawn') as withdrawn
                          from told group by 1, 2)
       select held.person_id || ' ' || held.purpose as place from held
         left join salted using (person_id) left join entered using (commitment, purpose)
        where coalesce(entered.given, 0) < held.consents or entered.withdrawn < held.withdrawn
           or entered.given - entered.withdrawn < held.consents - held.withdrawn
        order by 1`,
    );
    for (const { place } of rows) faults.add(`kept.consent_record ${place}`);
    return faults.outcome(
      { nb: 'Alle samtykker har sin oppføring.', en: 'Every consent has its entry.' },
      { nb: 'Samtykker er andre enn hovedboken sier.', en: 'Consents are not those that the ledger tells of.' },
    );
  },
};

export const consentBeforeMarketing: Control = {
  name: 'consent-before-marketing',
  label: { nb: 'Ingen rad tillater markedsføring uten samtykke', en: 'No row permits marketing without consent' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    for (const table of Object.values(policy.tables).filter(isGated)) {
      const consented = ownersOfRow(table.belongsTo, 't').map(
        (person) => `exists (select from kept.consent_record as given where given.person_id = ${person}
                              and given.purpose = purpose.name and given.withdrawn_at is null)`,
      );
      const { rows } = await owner.query<{ purpose: string; rows: number }>(
        `select purpose.name as purpose, count(*) as rows from kept.purpose as purpose
           join ${tableIdent(table.name)} as t on t.permits & (1::bigint << purpose.bit::integer) <> 0
          where purpose.name = any($1) and not (${consented.join(' and ')}) group by purpose.name`,
        [
          Object.values(policy.purposes)
            .filter(({ basis }) => basis === 'consent')
            .map(({ name }) => name),
        ],
      );
      for (const found of rows) faults.add(`${table.name}: ${found.rows} (${found.purpose})`);
    }
    return faults.outcome(
      {
        nb: 'Bare de som har sagt ja, finnes for formål som krever samtykke.',
        en: 'Only those who said yes exist for purposes that need consent.',
      },
      { nb: 'Rader tillater et formål uten samtykke.', en: 'Rows permit a purpose without consent.' },
    );
  },
};

export const noticePublished: Control = {
  name: 'notice-published',
  label: {
    nb: 'Den gjeldende erklæringen er publisert på begge språk',
    en: 'The notice in force is published in both languages',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    const { number } = policy.controller.version;
    const { rows } = await owner.query<{ version: string; language: string; untouched: boolean }>(
      `select version_number as version, language,
              content_hash = encode(sha256(convert_to(html, 'UTF8')), 'hex') as untouched from kept.notice_version`,
    );
    for (const language of LANGUAGES) {
      const published = rows.some((row) => row.version === number && row.language === language);
      if (!published) faults.add(`${number} ${language}: not published`);
    }
    // Words that somebody was shown stay as they were, in earlier versions too.
    for (const row of rows) if (!row.untouched) faults.add(`${row.version} ${row.language}: changed since`);
    return faults.outcome(
      { nb: `Utgave ${number} er publisert og urørt.`, en: `Version ${number} is published and untouched.` },
      {
        nb: 'Erklæringen er ikke publisert, eller endret etterpå.',
        en: 'The notice is not published, or was changed afterwards.',
      },
    );
  },
};

export const noticeVersionsSigned: Control = {
  name: 'notice-versions-signed',
  label: { nb: 'Hver utgave har sted, dato og godkjenner', en: 'Every version has place, date and approver' },
  async look({ owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    const { rows } = await owner.query<{ place: string }>(
      `select version_number || ' ' || language as place from kept.notice_version
        where trim(place) = '' or trim(approver) = ''`,
    );
    for (const { place } of rows) faults.add(`kept.notice_version ${place}`);
    return faults.outcome(
      { nb: 'Alle utgaver er signert.', en: 'Every version is signed.' },
      { nb: 'En utgave mangler sted eller godkjenner.', en: 'A version has no place or no approver.' },
    );
  },
};

export const categoriesInNotice: Control = {
  name: 'categories-in-notice',
  label: { nb: 'Erklæringen nevner hver kategori', en: 'The notice mentions every category' },
  async look({ policy, owner }): Promise<ControlOutcome> {
    const faults = new Faults();
    const { rows } = await owner.query<{ language: 'nb' | 'en'; html: string }>(
      'select language, html from kept.notice_version where version_number = $1',
      [policy.controller.version.number],
    );
    if (rows.length === 0) faults.add('kept.notice_version');
    for (const { language, html } of rows) {
      for (const { name, label } of Object.values(policy.categories)) {
        if (!html.includes(label[language].replaceAll('&', '&amp;'))) faults.add(`${language} ${name}`);
      }
    }
    return faults.outcome(
      { nb: 'Alle kategorier står i erklæringen.', en: 'Every category stands in the notice.' },
      { nb: 'Erklæringen utelater en kategori.', en: 'The notice leaves a category out.' },
    );
  },
};
