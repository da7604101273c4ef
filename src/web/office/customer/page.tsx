/**
 * A customer, opened for one purpose: who they are, what can be done, their history, and what the purpose leaves out.
 * Drawn from the policy, so that a table which the policy gains is shown without a line of code here.
 */
import type { FC } from 'hono/jsx';
import type { Purpose } from '../../../policy/index.ts';
import { keptUntil } from '../../../register/index.ts';
import { officeTextsIn } from '../../texts/office.ts';
import { AddOnsOfCustomer } from '../add-ons/at-customer.tsx';
import { type Desk, deskAddress } from '../desk.tsx';
import { DeskPage } from '../desk-page.tsx';
import { customerName } from '../find/customer-name.ts';
import { actionsFor } from './actions.ts';
import { KeptBriefly, KeptByRules } from './kept.tsx';
import { LeftOut } from './left-out.tsx';
import { Looks } from './looks.tsx';
import { LOOKS, type OpenedCustomer } from './open.ts';
import { Facts } from './rows.tsx';
import { PurposeTabs } from './tabs.tsx';
import { CustomerTimeline } from './timeline.tsx';

interface CustomerProps {
  readonly desk: Desk;
  readonly purpose: Purpose;
  readonly opened: OpenedCustomer;
  readonly now: Date;
}

/** The name, or whom an order goes to where the purpose sees no other. */
export function nameOf({ dossier }: OpenedCustomer, desk: Desk): string {
  const deliverTo = dossier.tables.flatMap(({ rows }) => rows.map((row) => row.deliver_to_name));
  return customerName(
    dossier.customer,
    deliverTo.find((one) => typeof one === 'string'),
    desk,
  );
}

export const CustomerPage: FC<CustomerProps> = ({ desk, purpose, opened, now }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { dossier, looks } = opened;
  const name = nameOf(opened, desk);
  return (
    <DeskPage desk={desk} title={name} page="officeCustomers" customer>
      <p class="back">
        <a class="ds-link" href={deskAddress(desk, 'officeCustomers')}>
          {texts.backToSearch}
        </a>
      </p>
      <div class="customer-head">
        <h1>{name}</h1>
        <CustomerActions desk={desk} purpose={purpose} customerId={opened.customerId} />
      </div>
      <PurposeTabs desk={desk} />
      <CustomerFacts desk={desk} opened={opened} />
      <AddOnsOfCustomer desk={desk} opened={opened} now={now} />
      <CustomerTimeline desk={desk} opened={opened} />
      {looks === null ? null : <Looks frame={frame} looks={looks} limit={LOOKS} />}
      <LeftOut desk={desk} purpose={purpose} leftOut={dossier.view.leftOut} />
    </DeskPage>
  );
};

const CustomerActions: FC<{ desk: Desk; purpose: Purpose; customerId: string }> = ({ desk, purpose, customerId }) => {
  const texts = officeTextsIn(desk.frame.language);
  const actions = actionsFor(desk.frame.policy, purpose);
  if (actions.length === 0) return null;
  return (
    <div class="buttons">
      {actions.map(({ label, href }, at) => (
        <a
          class="ds-button"
          data-size="sm"
          data-variant={at === 0 ? 'primary' : 'secondary'}
          href={href(desk, customerId)}
        >
          {label(texts)}
        </a>
      ))}
    </div>
  );
};

const CustomerFacts: FC<{ desk: Desk; opened: OpenedCustomer }> = ({ desk, opened: { dossier } }) => {
  const { frame } = desk;
  const texts = officeTextsIn(frame.language);
  const { customer } = dossier.view;
  if (customer === null) return null;
  const kept = keptUntil(frame.policy, customer, dossier.customer);
  const hidden = dossier.customer.protected_address === true;
  return (
    <section class="ds-card customer-facts" aria-label={texts.customerFields}>
      {hidden ? (
        <p>
          <span class="ds-tag" data-color="warning">
            {texts.protectedAddress}
          </span>{' '}
          {texts.protectedAddressMeans}
        </p>
      ) : null}
      <Facts
        frame={frame}
        columns={customer.columns.filter(
          ({ name }) => name !== 'protected_address' && !(hidden && ADDRESS.includes(name)),
        )}
        row={dossier.customer}
      />
      {kept.length === 0 ? null : (
        <details>
          <summary>
            <KeptBriefly frame={frame} kept={kept} />
          </summary>
          <KeptByRules frame={frame} kept={kept} />
        </details>
      )}
    </section>
  );
};

/** What is not in the row of somebody with a confidential address, and is not missing either. */
const ADDRESS = ['street_address', 'postal_code', 'city'];

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
