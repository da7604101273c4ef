/** A member of staff at a browser, and what the access log holds. */
import type { EasyStepWeb } from './easy-step-web.ts';
import { ORIGIN } from './easy-step-web.ts';
import type { LoggedAccess } from './purpose-sessions.ts';

export interface Answer {
  readonly status: number;
  readonly html: string;
}

export interface StaffBrowser {
  /** Where a reason is asked before a customer is opened, one is given, and the customer opened. */
  get(path: string): Promise<Answer>;
  /** What comes first, also when that is the question why. */
  ask(path: string): Promise<Answer>;
  /** Sends a form; where a reason is asked first, one is given along. */
  search(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form as it is, also when the question why comes back. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
}

const ASKED = 'id="look_reason"';
const WHY = { look_reason: 'Prøver siden i en test' };

/** For a web application whose door takes the `staff` header. */
export function asStaff({ app }: Pick<EasyStepWeb, 'app'>, ...roles: string[]): StaffBrowser {
  const staff = roles.join(',');
  const answer = async (response: Response): Promise<Answer> => ({
    status: response.status,
    html: await response.text(),
  });
  const ask = async (path: string) => answer(await app.request(`${ORIGIN}${path}`, { headers: { staff } }));
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const headers = { staff, Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(fields).toString();
    return answer(await app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers }));
  };
  return {
    ask,
    get: async (path) => {
      const first = await ask(path);
      if (!first.html.includes(ASKED)) return first;
      const action = /<form method="post" action="([^"]+)" class="office-form"/.exec(first.html)?.[1] ?? '';
      const given = await post(action.replaceAll('&amp;', '&'), WHY);
      return given.status === 303 ? await ask(path) : given;
    },
    search: async (path, fields) => {
      const first = await post(path, fields);
      return first.html.includes(ASKED) ? await post(path, { ...fields, ...WHY }) : first;
    },
    post,
  };
}

/** All entries, oldest first. */
export async function logOf({ database }: Pick<EasyStepWeb, 'database'>): Promise<LoggedAccess[]> {
  const { rows } = await database.pool.query<LoggedAccess>(
    `select shape.purpose, shape.action, shape.tables, shape.categories, entry.principal_kind, entry.principal_id,
            entry.data_subjects
       from kept.access_log as entry join kept.access_shape as shape using (shape_id) order by entry.entry_id`,
  );
  return rows;
}
