/** The roles of staff, and which purposes each may act for. */
import type { FC } from 'hono/jsx';
import { officeTextsIn } from '../../texts/office.ts';
import type { Desk } from '../desk.tsx';
import { Links, ListPage, Terms, Thing } from './listed.tsx';

export const RolesPage: FC<{ desk: Desk }> = ({ desk }) => {
  const { policy, language } = desk.frame;
  const texts = officeTextsIn(language);
  const things = Object.values(policy.roles);
  const purposesOf = (role: string): readonly string[] =>
    Object.values(policy.purposes)
      .filter(({ roles }) => roles.includes(role))
      .map(({ name }) => name);
  return (
    <ListPage desk={desk} page="officeRoles" lead={texts.rolesLead} things={things}>
      {things.map((role) => (
        <Thing thing={role} language={language}>
          <Terms
            terms={[
              [
                texts.roleHas,
                <Links desk={desk} page="officePurposes" names={purposesOf(role.name)} among={policy.purposes} />,
              ],
            ]}
          />
        </Thing>
      ))}
    </ListPage>
  );
};
