/** The commands below `kept staff`, as they stand on the command line. */
import type { Command } from 'commander';
import { staffAdd, staffChange, staffEnd, staffLink, staffList } from './commands/staff.ts';
import type { Context } from './context.ts';

const UNTIL = 'the last day of their access, as 2027-06-30';
const RECIPIENT = 'for a temporary role: the recipient of the policy that they come from, as auditor';
const REASON = 'for a temporary role: why they are let in';

interface Needed {
  readonly until?: string;
  readonly recipient?: string;
  readonly reason?: string;
}

type Run = (command: (context: Context) => Promise<number>) => Promise<void>;

export function addStaffCommands(program: Command, run: Run): void {
  const staff = program.command('staff').description('who works here, in which roles and until when');
  const STAFF_ADDRESS = 'the address that the member of staff signs in with';
  staff
    .command('add')
    .argument('<email>', STAFF_ADDRESS)
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--roles <roles>', 'roles of the policy, as sales,support')
    .option('--until <date>', UNTIL)
    .option('--recipient <name>', RECIPIENT)
    .option('--reason <why>', REASON)
    .description('let somebody in')
    .action((email: string, { name, roles, until, recipient, reason }: Needed & { name: string; roles: string }) =>
      run(({ environment, terminal }) => {
        const added = {
          email,
          name,
          roles,
          until: until ?? null,
          recipient: recipient ?? null,
          reason: reason ?? null,
        };
        return staffAdd(added, environment, terminal);
      }),
    );
  staff
    .command('list')
    .description('all who work or have worked here')
    .action(() => run(({ environment, terminal }) => staffList(environment, terminal)));
  staff
    .command('change')
    .argument('<email>', STAFF_ADDRESS)
    .option('--roles <roles>', 'roles of the policy, as sales,support')
    .option('--until <date>', `${UNTIL}; none for as long as they work here`)
    .option('--recipient <name>', RECIPIENT)
    .option('--reason <why>', REASON)
    .description('give somebody other roles, or another last day')
    .action((email: string, { roles, until, recipient, reason }: Needed & { roles?: string }) =>
      run(({ environment, terminal }) => {
        const changed = {
          ...{ roles: roles ?? null, until: until ?? null },
          ...{ recipient: recipient ?? null, reason: reason ?? null },
        };
        return staffChange(email, changed, environment, terminal);
      }),
    );
  staff
    .command('end')
    .argument('<email>', STAFF_ADDRESS)
    .description('end the access and every session of somebody')
    .action((email: string) => run(({ environment, terminal }) => staffEnd(email, environment, terminal)));
  staff
    .command('link')
    .argument('<email>', STAFF_ADDRESS)
    .option('--reset-second-step', 'for whoever has lost what they make the second step with', false)
    .description('print a one-time link to sign in with')
    .action((email: string, { resetSecondStep }: { resetSecondStep: boolean }) =>
      run(({ environment, terminal }) => staffLink(email, resetSecondStep, environment, terminal)),
    );
}
