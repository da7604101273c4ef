/**
 * Controls that personal fields hold what the notice says they hold: names in any alphabet, addresses, telephone and
 * organisation numbers in their form. The shapes are checked in the database, over every described table that has them.
 */
import type { LocalizedText, Policy, Table } from '../../policy/index.ts';
import type { Pool } from '../../postgres/index.ts';
import type { Control, ControlOutcome, SystemUnderControl } from '../types.ts';
import { Faults } from './outcome.ts';
import { eachRow, isText, liveColumns, quoted, tablesOfPeople } from './people-tables.ts';

/** Unprotected columns of tables of people by the end of their name: `phone` means `phone` and `mobile_phone`. */
function columnsNamed(policy: Policy, ending: string): { readonly table: Table; readonly column: string }[] {
  return tablesOfPeople(policy).flatMap((table) =>
    Object.values(table.columns)
      .filter(({ name, protect }) => protect === 'none' && (name === ending || name.endsWith(`_${ending}`)))
      .map(({ name }) => ({ table, column: name })),
  );
}

/** One control that looks at each column with a given name for rows where `wrong` holds. */
function shapeControl(
  name: string,
  label: LocalizedText,
  ending: string,
  wrong: (column: string, table: Table) => string,
): Control {
  return {
    name,
    label,
    async look(system): Promise<ControlOutcome> {
      const faults = new Faults();
      const columns = columnsNamed(system.policy, ending);
      for (const { table, column } of columns) {
        for await (const row of eachRow(system.owner, table, {}, wrong(column, table))) {
          faults.add(`${table.name} ${row.key} ${column}`);
        }
      }
      return faults.outcome(
        {
          nb: `${columns.length} kolonner er lest; alle verdier har rett form.`,
          en: `${columns.length} columns read; every value is well formed.`,
        },
        { nb: 'Verdier med gal form er funnet.', en: 'Values that are not well formed were found.' },
        { columns: columns.length },
      );
    },
  };
}

/** E.164; Norwegian numbers have 5, 8 or 12 digits after the country code. */
export const phoneNumbersWellFormed = shapeControl(
  'phone-numbers-well-formed',
  { nb: 'Telefonnummer står på internasjonal form', en: 'Telephone numbers are in international form' },
  'phone',
  (column) =>
    `t.${quoted(column)} !~ '^[+][1-9][0-9]{4,14}$'
     or (t.${quoted(column)} ~ '^[+]47' and t.${quoted(column)} !~ '^[+]47([0-9]{5}|[0-9]{8}|[0-9]{12})$')`,
);

/** Four digits (0001 and up) with a place; where the row says another country, only that the two go together. */
export const addressesWellFormed = shapeControl(
  'addresses-well-formed',
  { nb: 'Adresser har gyldig postnummer og poststed', en: 'Addresses have a valid postal code and place' },
  'postal_code',
  (column, table) => {
    const code = `t.${quoted(column)}`;
    const city = `${column.slice(0, -'postal_code'.length)}city`;
    const together = table.columns[city] === undefined ? 'false' : `(${code} is null) <> (t.${quoted(city)} is null)`;
    const norwegian = table.columns.country === undefined ? 'true' : `t.country = 'NO'`;
    return `${together} or (${norwegian} and (${code} !~ '^[0-9]{4}$' or ${code} = '0000'))`;
  },
);

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Modulus 11 with weights 3 2 7 6 5 4 3 2, as the Brønnøysund registers give the numbers out. */
function wrongOrganisationNumber(column: string): string {
  const digit = (place: number): string => `substr(t.${quoted(column)}, ${place + 1}, 1)::integer`;
  const sum = [...WEIGHTS.map((weight, place) => `${weight} * ${digit(place)}`), digit(8)].join(' + ');
  return `case when t.${quoted(column)} ~ '^[0-9]{9}$' then (${sum}) % 11 <> 0 else t.${quoted(column)} is not null end`;
}

export const organisationNumbersValid = shapeControl(
  'organisation-numbers-valid',
  { nb: 'Organisasjonsnummer har rett kontrollsiffer', en: 'Organisation numbers have the right check digit' },
  'organisation_number',
  wrongOrganisationNumber,
);

/** Letters of Norwegian, Northern, Lule and Southern Sámi, and a name that is not Latin at all. */
const NAMES = ['Áŋŋel Čáhcesuolu Đđŋšŧž', 'Bjørn-Åge Ærøy', 'Jïjnjh Öhtje Ïåå', 'Ильмари 李'];

export const namesRoundTrip: Control = {
  name: 'names-round-trip',
  label: {
    nb: 'Navn lagres og leses likt, også med samiske bokstaver',
    en: 'Names are stored and read the same, Sámi letters too',
  },
  async look(system): Promise<ControlOutcome> {
    const faults = new Faults();
    const live = new Set(
      (await liveColumns(system.owner, system.policy)).filter(isText).map((it) => `${it.table} ${it.column}`),
    );
    const columns = columnsNamed(system.policy, 'name').filter(({ table, column }) =>
      live.has(`${table.name} ${column}`),
    );
    for (const { table, column } of columns) {
      if (!(await roundTrips(system, table, column))) faults.add(`${table.name} ${column}`);
    }
    return faults.outcome(
      {
        nb: `${columns.length} navnefelt tar imot ${NAMES.length} prøvenavn uendret.`,
        en: `${columns.length} name fields take ${NAMES.length} sample names unchanged.`,
      },
      { nb: 'Et navnefelt tar ikke imot alle bokstaver.', en: 'A name field does not take every letter.' },
      { columns: columns.length },
    );
  },
};

/** Tries the column's own type and constraints on a temporary copy that is rolled back: no row of a person is touched. */
async function roundTrips({ owner }: SystemUnderControl, table: Table, column: string): Promise<boolean> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temporary table kept_probe (like ${quoted(table.schema)}.${quoted(table.table)} including constraints)`,
    );
    await forgetMandatory(client);
    for (const name of NAMES) {
      await client.query(`truncate kept_probe`);
      const { rows } = await client.query<{ name: string }>(
        `insert into kept_probe (${quoted(column)}) values ($1) returning ${quoted(column)} as name`,
        [name],
      );
      if (rows[0]?.name !== name) return false;
    }
    return true;
  } catch (error) {
    // A check constraint, a length or an encoding refused the name: that is what is looked for.
    if (error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))) return false;
    throw error;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** The other columns may stay empty in the copy. */
async function forgetMandatory(client: Pick<Pool, 'query'>): Promise<void> {
  const { rows } = await client.query<{ attname: string }>(
    `select attname from pg_attribute where attrelid = 'pg_temp.kept_probe'::regclass and attnum > 0 and attnotnull`,
  );
  for (const { attname } of rows) {
    await client.query(`alter table kept_probe alter column ${quoted(attname)} drop not null`);
  }
}
