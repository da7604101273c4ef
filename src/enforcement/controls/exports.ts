/** Lists that left the system as files: each under a purpose that may take it out, and with everyone on it in the log. */
import { accessOfPurpose } from '../../policy/index.ts';
import type { Control, ControlOutcome } from '../types.ts';
import { Faults, withoutTable } from './outcome.ts';

const TABLE = 'register.list_export';

interface Exported {
  readonly export_id: string;
  readonly purpose: string;
  /** How many people the log names in what this member of staff read for the purpose in those minutes. */
  readonly logged: number;
  readonly recent: boolean;
  readonly row_count: number;
}

/**
 * The log is kept for a year, and an older export may have outlived it. The entry is written before the export is
 * recorded or just after, so it is looked for some minutes to both sides.
 */
const EXPORTS = `
  select export_id, purpose, row_count, exported_at > now() - interval '300 days' as recent,
         coalesce((select max(cardinality(entry.data_subjects))::int
            from kept.access_log as entry join kept.access_shape as shape using (shape_id)
           where entry.at between taken.exported_at - interval '10 minutes' and taken.exported_at + interval '10 minutes'
             and entry.principal_id = taken.exported_by::text and shape.purpose = taken.purpose
             and shape.action = 'read'), 0) as logged
    from register.list_export as taken
   order by exported_at desc
   limit 2000`;

export const purposeOnExports: Control = {
  name: 'purpose-on-exports',
  label: {
    nb: 'Lister som er tatt ut, har et formål, og alle på dem står i innsynsloggen',
    en: 'Lists that were taken out have a purpose, and everyone on them stands in the access log',
  },
  async look({ policy, owner }): Promise<ControlOutcome> {
    if (policy.tables[TABLE] === undefined) return withoutTable(TABLE);
    const may = new Set(
      Object.keys(policy.purposes).filter((purpose) =>
        accessOfPurpose(policy, purpose).some(({ table, insert }) => table === TABLE && insert.length > 0),
      ),
    );
    const { rows } = await owner.query<Exported>(EXPORTS);
    const faults = new Faults();
    for (const { export_id, purpose, row_count, logged, recent } of rows) {
      if (!may.has(purpose)) faults.add(`${TABLE} ${export_id}: ${purpose} may take nothing out`);
      else if (recent && row_count > 0 && logged === 0) faults.add(`${TABLE} ${export_id}: nobody on it is in the log`);
    }
    return faults.outcome(
      {
        nb: 'Hver liste som er tatt ut, har et formål som kan det, og innsynsloggen sier hvem som stod på den.',
        en: 'Each list that was taken out has a purpose that may, and the access log says who was on it.',
      },
      {
        nb: `${faults.count} lister er tatt ut uten formål eller uten spor i innsynsloggen.`,
        en: `${faults.count} lists were taken out without a purpose or without a trace in the access log.`,
      },
      { exports: rows.length },
    );
  },
};
