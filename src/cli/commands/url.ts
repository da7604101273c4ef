/** `kept url <purpose>`: how psql and other programs sign in as a purpose. */
import { passwordOfRole, roleOfPurpose } from '../../enforcement/index.ts';
import { nearest } from '../../policy/index.ts';
import { settingsForRole, urlOf } from '../../postgres/index.ts';
import type { Environment } from '../environment.ts';
import type { Terminal } from '../terminal.ts';
import { inHouse } from './apply.ts';

/** @returns The exit code: 1 when the database has no such purpose in force. */
export function url(purpose: string, environment: Environment, terminal: Terminal): Promise<number> {
  return inHouse(environment, terminal, async (house) => {
    const { rows } = await house.owner.query<{ name: string }>(
      'select name from kept.purpose where in_force order by bit',
    );
    const names = rows.map(({ name }) => name);
    if (!names.includes(purpose)) {
      const near = nearest(purpose, names);
      const [nb, en] = near === null ? ['', ''] : [` Mente du ${near}?`, ` Did you mean ${near}?`];
      terminal.tell({ nb: `Formålet finnes ikke i databasen.${nb}`, en: `The database has no such purpose.${en}` });
      return 1;
    }
    const role = roleOfPurpose(house.installation.rolePrefix, purpose);
    terminal.print(urlOf(settingsForRole(house.settings, role, passwordOfRole(house.keys.secret, role))));
    return 0;
  });
}
