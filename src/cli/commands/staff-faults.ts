/** What stands in the way of giving somebody access, as the command line says it. */
import type { LocalizedText, Policy } from '../../policy/index.ts';
import { LONGEST_NEED, LONGEST_STAFF_NAME, occasionalRecipients, type StaffFaultCode } from '../../records/index.ts';

export function faultInWords(code: StaffFaultCode, policy: Policy): LocalizedText {
  const recipients = occasionalRecipients(policy).join(', ');
  const words: Readonly<Record<StaffFaultCode, LocalizedText>> = {
    'name-missing': { nb: 'Skriv navnet etter --name.', en: 'Write the name after --name.' },
    'name-too-long': {
      nb: `Navnet kan ha høyst ${LONGEST_STAFF_NAME} tegn.`,
      en: `The name has at most ${LONGEST_STAFF_NAME} characters.`,
    },
    'email-wrong': { nb: 'Det er ikke en e-postadresse.', en: 'That is not an e-mail address.' },
    'roles-missing': { nb: 'Skriv minst én rolle etter --roles.', en: 'Write a role at least after --roles.' },
    'role-unknown': { nb: 'Policyen har ikke rollen.', en: 'The policy has no such role.' },
    'until-missing': {
      nb: 'Rollen er midlertidig: skriv siste dag etter --until.',
      en: 'The role is temporary: write the last day after --until.',
    },
    'until-no-date': { nb: '--until er en dato, som 2027-06-30.', en: '--until is a date, as 2027-06-30.' },
    'until-past': { nb: 'Siste dag er alt forbi.', en: 'The last day is over already.' },
    'until-too-late': {
      nb: 'En midlertidig rolle gis for høyst ett år om gangen.',
      en: 'A temporary role is given for a year at most at a time.',
    },
    'recipient-missing': {
      nb: `Rollen er midlertidig: skriv etter --recipient hvem de kommer fra, en av ${recipients}.`,
      en: `The role is temporary: write after --recipient who they come from, one of ${recipients}.`,
    },
    'reason-short': {
      nb: 'Rollen er midlertidig: skriv etter --reason hvorfor de slippes inn.',
      en: 'The role is temporary: write after --reason why they are let in.',
    },
    'reason-long': {
      nb: `Begrunnelsen kan ha høyst ${LONGEST_NEED} tegn.`,
      en: `The reason has at most ${LONGEST_NEED} characters.`,
    },
    'reason-number': {
      nb: 'Begrunnelsen har et kort- eller fødselsnummer. Skriv den uten.',
      en: 'The reason holds a card or national identity number. Write it without.',
    },
    'last-owner': {
      nb: 'Da ville ingen være igjen som kan gi andre tilgang. Gi først en annen den rollen, uten siste dag.',
      en: 'Nobody would be left who can give others access. First give somebody else that role, without a last day.',
    },
    'address-taken': {
      nb: 'En ansatt med tilgang har alt denne e-postadressen. `kept staff change` endrer tilgangen.',
      en: 'Somebody with access has this e-mail address already. `kept staff change` changes the access.',
    },
  };
  return words[code];
}
