/** The first page: what one can do here, and each answer in short. */
import type { FC } from 'hono/jsx';
import { type LoggedLook, purposesAbout } from '../../enforcement/index.ts';
import type { DataSubjectKind } from '../../policy/index.ts';
import { type Choices, consentInForce, standingOf } from '../../records/index.ts';
import { addressOf, type PageName } from '../addresses.ts';
import { textsIn } from '../texts/index.ts';
import { consentPurposes } from './consents.tsx';
import { logPeriod, purposeInWords, whoLooked } from './looks.tsx';
import { type MyFrame, myAddress } from './my-frame.tsx';
import { MyLayout, PrivacyContact } from './my-layout.tsx';
import { timeInWords } from './value-in-words.ts';

/** Categories named on the first page. */
const LARGEST = 3;

interface OverviewProps {
  readonly frame: MyFrame;
  /** As the person is greeted. */
  readonly name: string;
  readonly kinds: readonly DataSubjectKind[];
  readonly counts: ReadonlyMap<string, number>;
  readonly choices: Choices;
  /** The last look of somebody else; null when there is none. */
  readonly lastLook: LoggedLook | null;
  /** The company for which the person is a contact person; null for whoever is none. */
  readonly contactOf: string | null;
}

export const OverviewPage: FC<OverviewProps> = (props) => {
  const { frame, name, contactOf } = props;
  const { policy, language } = frame;
  const { my } = textsIn(language);
  return (
    <MyLayout frame={frame} page="myPage" title={my.hello(name)} lead={my.lead(policy.controller.name)}>
      {contactOf === null ? null : (
        <p>
          <strong>{my.contactOf(contactOf)}</strong> {my.contactSees}
        </p>
      )}
      <ul class="cards">
        <OrdersCard frame={frame} />
        <Card frame={frame} page="myData" title={my.dataQuestion}>
          <DataCard {...props} />
        </Card>
        <Card frame={frame} page="myPurposes" title={my.purposesQuestion}>
          <PurposesCard {...props} />
        </Card>
        <Card frame={frame} page="myLooks" title={my.looksQuestion}>
          <LooksCard {...props} />
        </Card>
        <Card frame={frame} page="myConsents" title={my.consentsQuestion}>
          <ConsentsCard {...props} />
        </Card>
      </ul>
      <Rights frame={frame} />
    </MyLayout>
  );
};

/** A customer comes for their orders more often than for anything else. */
const OrdersCard: FC<{ frame: MyFrame }> = ({ frame }) => {
  const { ordering } = textsIn(frame.language);
  if (frame.hat !== 'person' || frame.policy.tables['register.sales_order'] === undefined) return null;
  return (
    <Card frame={frame} page="myOrders" title={ordering.ordersQuestion}>
      <p>{ordering.ordersCard}</p>
    </Card>
  );
};

const Card: FC<{ frame: MyFrame; page: PageName; title: string; children?: unknown }> = (props) => (
  <li class="ds-card" data-variant="tinted">
    <h2>
      <a class="ds-link" href={myAddress(props.frame, props.page)}>
        {props.title}
      </a>
    </h2>
    {props.children}
  </li>
);

const DataCard: FC<OverviewProps> = ({ frame, counts }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  // The log grows with every visit and has a card of its own.
  const present = [...counts].filter(([name, count]) => count > 0 && name !== 'access-log');
  const largest = [...present].sort(([, one], [, other]) => other - one).slice(0, LARGEST);
  return (
    <>
      <p>{my.dataCard(present.length)}</p>
      <ul>
        {largest.map(([name, count]) => (
          <li>
            {policy.categories[name]?.label[language]}: {my.entries(count)}
          </li>
        ))}
      </ul>
    </>
  );
};

const PurposesCard: FC<OverviewProps> = ({ frame, kinds, choices }) => {
  const purposes = purposesAbout(frame.policy, kinds);
  const inForce = purposes.filter((purpose) => standingOf(purpose, choices).kind === 'in-force');
  return <p>{textsIn(frame.language).my.purposesCard(inForce.length, purposes.length)}</p>;
};

const LooksCard: FC<OverviewProps> = ({ frame, lastLook }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  if (lastLook === null) return <p>{my.looksNone(logPeriod(policy, language))}</p>;
  return (
    <p>
      {my.looksCard} {timeInWords(lastLook.at, frame)}. {whoLooked(policy, language, lastLook)}. {my.purpose}:{' '}
      {purposeInWords(policy, language, lastLook)}.
    </p>
  );
};

const ConsentsCard: FC<OverviewProps> = ({ frame, kinds, choices }) => {
  const asked = consentPurposes(frame.policy, kinds);
  const given = asked.filter(({ name }) => consentInForce(choices, name) !== null);
  return <p>{textsIn(frame.language).my.consentsCard(given.length, asked.length)}</p>;
};

/** What can be asked for, whom to ask, and where to complain (Art. 12(2) and 77). */
const Rights: FC<{ frame: MyFrame }> = ({ frame }) => {
  const { policy, language } = frame;
  const { my } = textsIn(language);
  const { name, complaintUrl } = policy.controller.supervisoryAuthority;
  return (
    <>
      <section aria-labelledby="rights">
        <h2 id="rights">{my.rightsQuestion}</h2>
        <p>
          {my.rights} <PrivacyContact policy={policy} />
        </p>
        <p>
          <a class="ds-link" href={addressOf('privacy', language)}>
            {my.rightsMore}
          </a>
        </p>
      </section>
      <section aria-labelledby="complain">
        <h2 id="complain">{my.complainQuestion}</h2>
        <p>
          {my.complain(name)}{' '}
          <a class="ds-link" href={complaintUrl}>
            {my.complainLink(name)}
          </a>
        </p>
      </section>
    </>
  );
};
