/** Every diagnostic in English. */
import type { Messages } from './message.ts';

export const EN: Messages = {
  'KEPT-101': {
    says: 'The file is not readable as YAML ({yamlCode}).',
    help: 'Look at the indentation, quotes and colons on this line and the one above.',
  },
  'KEPT-102': {
    says: 'The file {file} is missing.',
    help: 'A policy folder has all nine files; `kept init` writes them.',
  },
  'KEPT-103': {
    says: 'Unknown key "{key}" in {where}.',
    help: '{?suggestion: Did you mean "{suggestion}"?} {?known: Possible here: {known}.}',
  },
  'KEPT-104': { says: 'The key "{key}" is missing in {where}.', help: 'Add "{key}: …" below this line.' },
  'KEPT-105': { says: '{where} has the wrong kind of value.', help: 'Expected here: {expected}.' },
  'KEPT-106': {
    says: '{where} has a value that is not among the possible ones.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Possible: {choices}.',
  },
  'KEPT-107': { says: '{where} does not have the form it must have.', help: '{form}' },
  'KEPT-108': { says: '{where} is empty, too short or too long.', help: 'The limit is {limit}.' },
  'KEPT-109': {
    says: '{where} fits none of the ways to write it.',
    help: '{?known: Keys that are possible: {known}.}',
  },
  'KEPT-201': {
    says: 'The category "{name}" is not described in data.yaml.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Describe it under categories, or use one that is there.',
  },
  'KEPT-202': {
    says: 'The kind of data subject "{name}" is not described in data.yaml.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Describe it under data_subjects.',
  },
  'KEPT-203': {
    says: 'The table "{name}" is not described in data.yaml.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Describe it under tables, with every column.',
  },
  'KEPT-204': {
    says: 'The column "{name}" is not described for this table.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Every column that is used must be described in data.yaml.',
  },
  'KEPT-205': {
    says: 'The staff role "{name}" is not described in purposes.yaml.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Describe it under roles.',
  },
  'KEPT-206': {
    says: 'The purpose "{name}" is not described in purposes.yaml.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Describe it under purposes.',
  },
  'KEPT-207': {
    says: 'The rows of {table} are not people themselves.',
    help: 'Ownership must end in a table that belongs to itself: `belongs_to: { self: … }`.',
  },
  'KEPT-208': {
    says: 'The table {table} is described twice.',
    help: 'Keep one; a name without a schema means `register`.',
  },
  'KEPT-209': {
    says: 'No retention rule covers the table {table}, so its rows would be kept for ever.',
    help: 'Name it under `keep` of a rule in retention.yaml (Art. 5(1)(e) GDPR).',
  },
  'KEPT-210': {
    says: 'The purpose "{name}" has the basis {basis}, but names no law.',
    help: 'Add `law:` with act and section (Art. 6(3) GDPR).',
  },
  'KEPT-211': {
    says: 'The purpose "{name}" asks for consent, but not in which words.',
    help: 'Add `consent_text:` in nb and en (Art. 7(2) GDPR).',
  },
  'KEPT-212': {
    says: 'The purpose "{name}" has words for consent, but the basis {basis}.',
    help: 'Take `consent_text` away, or make the basis consent. A purpose has one basis.',
  },
  'KEPT-214': {
    says: 'The control "{name}" does not exist.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Name one that runs, or declare it under controls_not_built.',
  },
  'KEPT-215': {
    says: 'The control "{name}" is declared not built, but it exists.',
    help: 'Take it away from controls_not_built.',
  },
  'KEPT-217': {
    says: 'The column {column} has a category but no label.',
    help: 'Add nb and en: people read them on their own page.',
  },
  'KEPT-218': {
    says: 'The kind of data subject "{name}" has a table but no key.',
    help: 'Add `key:` with the column that tells one person from another.',
  },
  'KEPT-219': {
    says: 'The table {table} lies in the schema {schema}, which is described as a whole.',
    help: 'Describe the schema or its tables, not both.',
  },
  'KEPT-220': {
    says: 'Rows of {table} list several people, so they have no permits of their own.',
    help: 'Add `gate: { none: { nb: …, en: … } }` with the reason.',
  },
  'KEPT-221': {
    says: 'The column {column} is encrypted or hashed and cannot be compared.',
    help: 'Use a column that the database can read.',
  },
  'KEPT-222': {
    says: 'There are {count} purposes; a row has room for {most}.',
    help: 'Join purposes that have the same basis and the same data.',
  },
  'KEPT-223': {
    says: 'The name of the purpose "{name}" is too long.',
    help: 'At most {most} characters: it becomes part of the name of a database role.',
  },
  'KEPT-224': {
    says: '{table} holds categories of personal data, so it is not maintained as a whole.',
    help: 'Name the categories under `records` instead.',
  },
  'KEPT-225': {
    says: 'The purpose "{name}" shows people their own rows, but is not for them alone.',
    help: '`own_rows_only` goes with `open_to: [data-subject]` and without staff roles.',
  },
  'KEPT-226': {
    says: 'The table {table} is not in use, yet it is named in {where}.',
    help: 'Take the name away here, or take `unused: true` away from the table in data.yaml.',
  },
  'KEPT-227': {
    says: 'The temporary role "{role}" may act for "{name}", which gives people their access.',
    help: 'Take the role away from the purpose: whoever is here for a time does not decide for how long.',
  },
  'KEPT-230': {
    says: 'The condition at {where} does more than compare columns of {table} with values.',
    help: "Write it as kind = 'private' or sent_at is not null, joined by and, or, not; functions and sub-selects are not possible.",
  },
  'KEPT-301': {
    says: 'Browser help stands in for a choice: {items} are stored without consent.',
    help: 'Settings of a browser are no consent; ask before storing.',
  },
  'KEPT-302': {
    says: '"{name}" ({class}) is stored without consent.',
    help: 'Give it a `purpose` whose basis is consent, or do without it.',
  },
  'KEPT-303': {
    says: '"{name}" is called necessary, but not why.',
    help: 'Add `necessary_because`: which service the visitor asked for cannot work without it.',
  },
  'KEPT-304': {
    says: 'The purpose "{name}" is direct marketing on a basis that cannot carry it.',
    help: 'Use consent.',
  },
  'KEPT-305': {
    says: 'The rule "{rule}" keeps data because a law says so, but no purpose has legal obligation as its basis.',
    help: 'Describe the duty as a purpose of its own.',
  },
  'KEPT-306': {
    says: 'The purpose "{name}" profiles people, and the policy does not say so as the law asks.',
    help: 'Add `profiling` with what is inferred, from what and with what effect, on consent or legitimate interest.',
  },
  'KEPT-307': {
    says: 'No purpose lets people reach their own data.',
    help: 'Describe one with `own_rows_only: true` and `open_to: [data-subject]`.',
  },
  'KEPT-308': {
    says: 'The retention rule "{name}" answers "how long" with "as long as necessary".',
    help: 'Say a period or an event.',
  },
  'KEPT-309': {
    says: 'The column {column} looks like a payment card number.',
    help: "Keep the provider's token, the brand and the last four digits instead.",
  },
  'KEPT-310': { says: 'No recipient is described.', help: 'Name who stores, sends, carries, collects, audits.' },
  'KEPT-311': {
    says: 'The recipient "{name}" is outside the EEA ({countries}) with no transfer ground.',
    help: 'Add `transfer` with its ground, reference and date of check.',
  },
  'KEPT-312': {
    says: 'The column {column} holds a pseudonym, and is described as saying nothing about a person.',
    help: 'A pseudonym is personal data: give it a category.',
  },
  'KEPT-313': {
    says: 'The store "{name}" keeps data in {countries}, which the data locations leave out.',
    help: 'Make data_locations say where the data is.',
  },
  'KEPT-314': {
    says: '"{name}" is set by {provider}, who is no described recipient.',
    help: 'Describe the provider in recipients.yaml; joint control may be the case.',
  },
  'KEPT-315': {
    says: 'The browser help for {browser} is out of date, unencrypted or not in Norwegian.',
    help: 'Link to the current Norwegian page over https.',
  },
  'KEPT-316': { says: 'The version has no place or no approver.', help: 'Say where and by whom it was approved.' },
  'KEPT-317': {
    says: 'How to complain is not said in full.',
    help: 'Give the address of the authority and a complaint_url with https.',
  },
  'KEPT-318': {
    says: 'The purpose "{name}" markets to people from data that others gave, without a balance.',
    help: 'Add `balancing`, and inform people within a month.',
  },
  'KEPT-319': {
    says: 'The purpose "{name}" records credit data on a basis that does not carry it.',
    help: 'Use legitimate-interest with its `balancing`: a concrete credit exposure.',
  },
  'KEPT-320': {
    says: 'The version is from {date}, before the Regulation became Norwegian law.',
    help: 'Go through the policy against the law in force and date it anew.',
  },
  'KEPT-321': {
    says: 'The minimum age of {age} is below the age of consent of a child.',
    help: 'Use 13 or more, or describe how parents consent.',
  },
  'KEPT-322': {
    says: 'Consent for "{name}" is not free: {category} must be given to get the service.',
    help: 'Make it optional, or find the basis the service really has.',
  },
  'KEPT-323': {
    says: 'Nothing says which data a person must give.',
    help: 'Mark the columns that are asked for with `mandatory: true`.',
  },
  'KEPT-324': {
    says: 'The processor "{name}" has no agreement.',
    help: 'Add `agreement` with reference, date and review.',
  },
  'KEPT-325': {
    says: 'The purpose "{name}" rests on a legitimate interest that is not balanced.',
    help: 'Add `balancing`: the interest, why it is necessary, why it outweighs.',
  },
  'KEPT-326': {
    says: 'No purpose reads the category "{name}".',
    help: 'Do not hold what is not needed, or say what it is for.',
  },
  'KEPT-327': {
    says: 'The purpose "{name}" lets a machine decide alone.',
    help: 'Let a person decide, or show which exception of Art. 22(2) applies.',
  },
  'KEPT-328': {
    says: 'The column {column} looks like a national identity number.',
    help: 'It needs an objective reason and no other way to be certain who someone is.',
  },
  'KEPT-329': {
    says: 'The category "{name}" is special.',
    help: 'Check that a ground of Art. 9(2) applies and is recorded.',
  },
  'KEPT-330': {
    says: 'The rule "{name}" keeps accounting documents for {period}, which is too short.',
    help: 'Three years and six months for secondary, five years for primary documents.',
  },
  'KEPT-331': {
    says: 'The rule "{name}" does not count from the end of the financial year.',
    help: 'Use `after: { end_of_year: … }`.',
  },
  'KEPT-332': {
    says: 'No risk assessment is described.',
    help: 'Assess what can go wrong, add `risk_assessment:` with date and summary, and promise it in the notice.',
  },
  'KEPT-333': {
    says: 'No review of the law is described.',
    help: 'Go through the law, add `legal_review:` with date and owner, and promise it in the notice.',
  },
  'KEPT-334': {
    says: 'The balancing of "{name}" has no date: it is a draft that nobody stands behind yet.',
    help: 'Weigh the interests, mend the texts, and add `assessed_on:`.',
  },
  'KEPT-335': {
    says: 'No data protection officer is appointed, and no reason is given.',
    help: 'Say under `because:` why Art. 37(1) does not ask for one, or appoint one.',
  },
  'KEPT-336': {
    says: 'No {kind} security measure is described.',
    help: 'Describe those you have under `measures:`, each with the date it was last looked at.',
  },
  'KEPT-401': {
    says: 'The notice does not mention the purpose "{name}".',
    help: 'Loop over policy.purposes, or show its label.',
  },
  'KEPT-402': {
    says: 'The notice does not mention the category "{name}".',
    help: 'Loop over policy.categories, or show its label.',
  },
  'KEPT-403': {
    says: 'The notice does not mention the recipient "{name}".',
    help: 'Loop over policy.recipients, or show its label.',
  },
  'KEPT-404': {
    says: 'The notice does not mention the retention rule "{name}".',
    help: 'Loop over policy.retention, or show its label.',
  },
  'KEPT-405': {
    says: 'The notice does not mention the right "{name}".',
    help: 'Write it inside {% right {name} %} … {% endright %}.',
  },
  'KEPT-406': {
    says: 'The promise "{id}" is not described in security.yaml.',
    help: '{?suggestion: Did you mean "{suggestion}"?} Describe it under promises, with its controls.',
  },
  'KEPT-407': {
    says: 'The promise "{id}" stands in only one of the languages.',
    help: 'The two notices carry the same promises.',
  },
  'KEPT-408': { says: 'The template cannot be rendered: {problem}', help: 'Look at the tags and names on this line.' },
  'KEPT-409': {
    says: 'The promise "{id}" of security.yaml stands nowhere in this notice.',
    help: 'Write its sentence inside {% promise {id} %} … {% endpromise %}.',
  },
  'KEPT-410': {
    says: 'The notice does not mention the storage item "{name}".',
    help: 'Loop over policy.storage, or show its name.',
  },
  'KEPT-411': { says: 'The file {file} is missing.', help: 'A policy has a notice in each language.' },
  'KEPT-412': {
    says: 'The promise "{id}" reaches past the end of its paragraph.',
    help: 'Close it with {% endpromise %} in the same paragraph or list item.',
  },
  'KEPT-413': {
    says: 'What is folded away with {% more %} begins or ends inside something else.',
    help: 'Put {% more … %} and {% endmore %} on lines of their own between paragraphs, not inside a list item.',
  },
};

/** What a form is called, and an example that has it. */
export const FORMS_EN: Readonly<Record<string, string>> = {
  name: 'Lower-case words joined by hyphens, as contact-details.',
  identifier: 'A lower-case database name, as legal_name.',
  table: 'A table, as customer or kept.staff.',
  column: 'A column with its table, as delivery.completed_at.',
  duration: 'An ISO 8601 duration, as P3Y6M or P90D.',
  date: 'A date of the calendar, as 2026-11-23.',
  'month-day': 'Month and day, as 12-31.',
  email: 'An e-mail address, as post@example.no.',
  phone: 'A telephone number with country code, as +4772606060.',
  'https-url': 'A web address, as https://example.no/.',
  country: 'A country of two letters, as NO.',
  'account-number': 'Eleven digits with a right check digit, as 86011117947.',
  host: 'The name of a machine without scheme, port or path, as mail.example.com.',
  'organisation-number': 'Nine digits with a right check digit, as 123456785.',
  'postal-code': 'A postal code, as 7030.',
  'time-zone': 'An IANA time zone, as Europe/Oslo.',
  step: 'A step to another table, as order_id -> sales_order.order_id.',
  lifetime: 'session, or an ISO 8601 duration, as P90D or PT10M.',
  'duration-or-date': 'An ISO 8601 duration or a date.',
  'time-of-day': 'A time of day, as "07:00".',
  'session-lifetime': 'An ISO 8601 duration of days, hours and minutes, as PT8H.',
  'promise-id': 'P and a number, as P12.',
  text: 'Another form of text.',
};
