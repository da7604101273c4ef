/** The commands below `kept staff`, as they stand on the command line. */
import type { Command } from 'commander';
import { staffAdd, staffEnd, staffLink, staffList, staffRoles } from './commands/staff.ts';
import type { Context } from './context.ts';

type Run = (command: (context: Context) => Promise<number>) => Promise<void>;

export function addStaffCommands(program: Command, run: Run): void {
  const staff = program.command('staff').description('who works here, in which roles and until when');
  const STAFF_ADDRESS = 'the address that the member of staff signs in with';
  staff
    .command('add')
    .argument('<email>', STAFF_ADDRESS)
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--roles <roles>', 'roles of the policy, as sales,support')
    .option('--until <date>', 'the last day of their access, as 2027-06-30')
    .description('let somebody in')
    .action((email: string, { name, roles, until }: { name: string; roles: string; until?: string }) =>
      run(({ environment, terminal }) => staffAdd({ email, name, roles, until: until ?? null }, environment, terminal)),
    );
  staff
    .command('list')
    .description('all who work or have worked here')
    .action(() => run(({ environment, terminal }) => staffList(environment, terminal)));
  staff
    .command('roles')
    .argument('<email>', STAFF_ADDRESS)
    .requiredOption('--roles <roles>', 'roles of the policy, as sales,support')
    .description('give somebody other roles')
    .action((email: string, { roles }: { roles: string }) =>
      run(({ environment, terminal }) => staffRoles(email, roles, environment, terminal)),
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
