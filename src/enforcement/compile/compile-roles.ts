/** Login roles: one a purpose, one that adds to the access log; what of schemas and functions they reach. */
import type { LocalizedText, Policy } from '../../policy/index.ts';
import { accessLogRole, identifierOfPurpose, passwordOfRole, roleOfPurpose } from '../roles.ts';
import type { WantedFact } from './fact.ts';
import { ident, literal } from './sql.ts';

/**
 * What every purpose may call: to log what it did, to add to the ledger, and to take a text apart into what it is found
 * by, which the index does for whoever stores a name.
 */
export const PURPOSE_FUNCTIONS = [
  'kept.ledger_append(text,bytea)',
  'kept.ledger_commitment(uuid)',
  'kept.log_access(integer,text,text,uuid[])',
  'kept.search_queries(text)',
  'kept.search_vector(text)',
] as const;

/** What the role of the access log may call. */
export const ACCESS_LOG_FUNCTIONS = [
  'kept.access_shape_id(text,text,text[],text[])',
  'kept.access_log_partitions(integer)',
  'kept.fields_read(text[],text[],date)',
  'kept.log_access(integer,text,text,uuid[])',
] as const;

export interface RoleOptions {
  readonly prefix: string;
  readonly secret: Buffer;
  readonly database: string;
}

export function compileRoles(policy: Policy, options: RoleOptions): WantedFact[] {
  const { prefix } = options;
  const log = accessLogRole(prefix);
  const purposes = Object.values(policy.purposes).flatMap((purpose) => {
    const role = roleOfPurpose(prefix, purpose.name);
    const reason = {
      nb: `Formålet «${purpose.label.nb}» er en rolle i databasen.`,
      en: `The purpose "${purpose.label.en}" is a role of the database.`,
    };
    return [
      roleFact(role, options, reason),
      usageFact('kept', role, reason),
      ...PURPOSE_FUNCTIONS.map((name) => executeFact(name, role, reason)),
      settingFact(role, identifierOfPurpose(purpose.name), options.database, reason),
    ];
  });
  const reason = {
    nb: 'Innsynsloggen skrives av en egen rolle som ikke kan lese den.',
    en: 'The access log is written by a role of its own that cannot read it.',
  };
  return [
    ...purposes,
    roleFact(log, options, reason),
    usageFact('kept', log, reason),
    ...ACCESS_LOG_FUNCTIONS.map((name) => executeFact(name, log, reason)),
  ];
}

function roleFact(role: string, { secret }: RoleOptions, reason: LocalizedText): WantedFact {
  const create = `create role ${ident(role)} login noinherit password ${literal(passwordOfRole(secret, role))}`;
  const printed = `create role ${ident(role)} login noinherit password '…'`;
  const drop = `drop owned by ${ident(role)}; drop role ${ident(role)}`;
  const plain = `alter role ${ident(role)} login nosuperuser nobypassrls nocreaterole nocreatedb noreplication`;
  const replace = [plain, leaveAll(role)];
  return { kind: 'role', key: role, value: 'login', create: [create], replace, drop, reason, printed };
}

/** A purpose is a member of nothing. */
const leaveAll = (role: string): string => `do $$ declare granted text; begin
  for granted in select roleid::regrole::text from pg_auth_members where member = ${literal(role)}::regrole loop
    execute format('revoke %s from ${ident(role)}', granted);
  end loop;
end $$`;

/** Names without a schema mean the views of the purpose, so that `select *` shows what the purpose sees. */
function settingFact(role: string, schema: string, database: string, reason: LocalizedText): WantedFact {
  const of = `alter role ${ident(role)} in database ${ident(database)}`;
  return {
    ...{ kind: 'setting', key: role, value: `search_path=${ident(schema)}`, reason },
    create: [`${of} set search_path = ${ident(schema)}`],
    drop: `${of} reset all`,
  };
}

export function usageFact(schema: string, role: string, reason: LocalizedText): WantedFact {
  return {
    ...{ kind: 'usage', key: `${schema} ${role}`, value: 'usage', reason },
    create: [`grant usage on schema ${ident(schema)} to ${ident(role)}`],
    drop: `revoke all on schema ${ident(schema)} from ${ident(role)}`,
  };
}

export function executeFact(signature: string, role: string, reason: LocalizedText): WantedFact {
  return {
    ...{ kind: 'execute', key: `${signature} ${role}`, value: 'execute', reason },
    create: [`grant execute on function ${signature} to ${ident(role)}`],
    drop: `revoke all on function ${signature} from ${ident(role)}`,
  };
}
