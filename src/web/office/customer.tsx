/**
 * A customer, opened for one purpose: what it sees, newest first, and a line that says what it leaves out. Drawn from
 * the policy, so that no table or column is named here but those that have a place of their own.
 */
import type { FC } from 'hono/jsx';
import type { Purpose } from '../../policy/index.ts';
import { type Look, looksAt } from '../../records/index.ts';
import { type Dossier, openDossier, type SeenRows } from '../../register/index.ts';
import { officeTextsIn } from '../texts/office.ts';
import type { WebParts } from '../web-parts.ts';
import { Looks } from './customer-looks.tsx';
import { Facts, Record } from './customer-rows.tsx';
import { type Desk, deskAddress } from './desk.tsx';
import { DeskPage } from './desk-page.tsx';
import { customerName } from './find.tsx';

/** Rows of each kind that a page shows first, and after asking for more. */
const FEW_ROWS = 20;
const MANY_ROWS = 200;
/** Looks that are shown to whoever answers for the log. */
const LOOKS = 20;

export interface OpenedCustomer {
  readonly dossier: Dossier;
  /** Null where the purpose does not see who has looked. */
  readonly looks: readonly Look[] | null;
  readonly limit: number;
}

/** @param many Whether more rows than usual are asked for. @returns Null when the purpose sees no such customer. */
export async function openCustomer(
  parts: WebParts,
  desk: Desk,
  purpose: Purpose,
  customerId: string,
  many: boolean,
): Promise<OpenedCustomer | null> {
  const limit = many ? MANY_ROWS : FEW_ROWS;
  return await parts.asPrincipal(desk.staff, purpose.name, async ({ register, records }) => {
    const dossier = await openDossier(register, parts.policy, customerId, limit);
    if (dossier === null) return null;
    // The log is a table of its own kind, about many people in a row: those purposes see it that name it.
    const sees = purpose.uses.includes('access-log') && purpose.tables.includes('kept.access_log');
    return { dossier, looks: sees ? await looksAt(records, customerId, LOOKS) : null, limit };
  });
}

interface CustomerProps {
  readonly desk: Desk;
  readonly purpose: Purpose;
  readonly opened: OpenedCustomer;
}

export const CustomerPage: FC<CustomerProps> = ({ desk, purpose, opened }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { dossier, looks } = opened;
  const deliverTo = dossier.tables.flatMap(({ rows }) => rows.map((row) => row.deliver_to_name));
  const name = customerName(
    dossier.customer,
    deliverTo.find((one) => typeof one === 'string'),
    desk,
  );
  const { customer } = dossier.view;
  const topLevel = dossier.tables.filter(({ seen }) => seen.parent === null);
  return (
    <DeskPage desk={desk} title={name} page="officeCustomers" customer>
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeCustomers')}>
          {texts.backToSearch}
        </a>
      </p>
      <h1>{name}</h1>
      {customer === null ? null : (
        <section aria-label={texts.customerFields}>
          <Facts frame={frame} columns={customer.columns} row={dossier.customer} />
        </section>
      )}
      <Contents desk={desk} tables={topLevel} looks={looks} />
      {topLevel.map((one) => (
        <RowsOfTable desk={desk} opened={opened} one={one} />
      ))}
      {looks === null ? null : <Looks frame={frame} looks={looks} limit={LOOKS} />}
      <LeftOut desk={desk} purpose={purpose} leftOut={dossier.view.leftOut} />
    </DeskPage>
  );
};

/** The same for a customer whom the purpose does not admit as for one who never was. */
export const NoSuchCustomerPage: FC<{ desk: Desk; purpose: Purpose }> = ({ desk, purpose }) => {
  const { language } = desk.frame;
  const texts = officeTextsIn(language);
  return (
    <DeskPage desk={desk} title={texts.noSuchCustomer} page="officeCustomers" customer>
      <h1>{texts.noSuchCustomer}</h1>
      <p class="lead">{texts.noSuchCustomerNext(purpose.label[language])}</p>
      <p>
        <a class="ds-link" href={deskAddress(desk, 'officeCustomers')}>
          {texts.backToSearch}
        </a>
      </p>
    </DeskPage>
  );
};

const anchorOf = ({ seen }: SeenRows): string => seen.table.name.replace('.', '-');

const Contents: FC<{ desk: Desk; tables: readonly SeenRows[]; looks: OpenedCustomer['looks'] }> = (props) => {
  const { language } = props.desk.frame;
  const texts = officeTextsIn(language);
  const links = [
    ...props.tables.map((one) => ({
      href: `#${anchorOf(one)}`,
      text: `${one.seen.table.label[language]} (${one.rows.length}${one.more ? '+' : ''})`,
    })),
    ...(props.looks === null ? [] : [{ href: '#looks', text: texts.looks }]),
  ];
  if (links.length < 2) return null;
  return (
    <nav class="contents" aria-label={texts.onThisPage}>
      <ul class="menu">
        {links.map(({ href, text }) => (
          <li>
            <a class="ds-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const RowsOfTable: FC<{ desk: Desk; opened: OpenedCustomer; one: SeenRows }> = ({ desk, opened, one }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { dossier, limit } = opened;
  const id = anchorOf(one);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{one.seen.table.label[frame.language]}</h2>
      {one.rows.length === 0 ? <p class="hint">{texts.none}</p> : null}
      {one.rows.map((row) => (
        <Record frame={frame} dossier={dossier} seen={one.seen} row={row} level={3} />
      ))}
      {!one.more ? null : (
        <p>
          {texts.shownOf(one.rows.length)}{' '}
          {limit >= MANY_ROWS ? null : (
            <a class="ds-link" href={`?purpose=${desk.purpose?.name}&rows=many#${id}`}>
              {texts.showMore(MANY_ROWS)}
            </a>
          )}
        </p>
      )}
      {below(dossier, one).map(({ seen, rows, more }) =>
        more ? <p class="hint">{texts.cutOff(seen.table.label[frame.language], rows.length)}</p> : null,
      )}
    </section>
  );
};

/** The tables whose rows stand inside the rows of this one, at any depth. */
function below({ tables }: Pick<Dossier, 'tables'>, { seen }: SeenRows): readonly SeenRows[] {
  return tables.filter((one) => one.seen.parent === seen.table.name).flatMap((one) => [one, ...below({ tables }, one)]);
}

const LeftOut: FC<{ desk: Desk; purpose: Purpose; leftOut: readonly string[] }> = ({ desk, purpose, leftOut }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  if (leftOut.length === 0) return null;
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">{texts.leftOut}</h2>
      <p>{texts.leftOutBecause(purpose.label[language])}</p>
      <ul class="listed">
        {leftOut.map((name) => (
          <li>
            <a class="ds-link" href={`${deskAddress(desk, 'officeCategories')}#${name}`}>
              {policy.categories[name]?.label[language]}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{texts.notHereMeansNothing}</p>
    </section>
  );
};
