/**
 * Looks whether a document is EHF: against Peppol's published syntax (ehf-syntax.ts), and against the tables beside this,
 * which are written after the published schema and rules. Names each element and rule that is not as it must be.
 */
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { RULES } from './ehf-rules.ts';
import { ATTRIBUTES, STRUCTURE } from './ehf-structure.ts';
import { syntaxFaults } from './ehf-syntax.ts';
import { childrenOf, nameOf } from './ehf-xml.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const NAMESPACES = { cac: `${UBL}CommonAggregateComponents-2`, cbc: `${UBL}CommonBasicComponents-2` };

/** @returns What is wrong: elements as `Invoice: cbc:ID is missing`, rules by their id. */
export function ehfFaults(xml: string): readonly string[] {
  const document = XmlDocument.fromString(xml);
  try {
    const { root } = document;
    const expected = `${UBL}${root.name}-2`;
    const namespace = root.namespaceUri === expected ? [] : [`${root.name} is in ${root.namespaceUri}`];
    const rules = brokenOf(document, Object.keys(RULES));
    return [...namespace, ...structureFaults(root), ...syntaxFaults(root), ...rules];
  } finally {
    document.dispose();
  }
}

/** @returns Those of the rules that a document does not keep. */
export function brokenRules(xml: string, ids: Iterable<string>): readonly string[] {
  const document = XmlDocument.fromString(xml);
  try {
    return brokenOf(document, [...ids]);
  } finally {
    document.dispose();
  }
}

const brokenOf = (document: XmlDocument, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => document.eval(`boolean(${RULES[id] ?? 'false()'})`, NAMESPACES) !== true);

function structureFaults(element: XmlElement): string[] {
  const name = nameOf(element);
  const children = childrenOf(element);
  const missing = ATTRIBUTES.filter(([names]) => names.test(name))
    .filter(([, attribute]) => !element.attrs.some((one) => one.name === attribute))
    .map(([, attribute]) => `${name}: attribute ${attribute} is missing`);
  const wanted = STRUCTURE[name];
  if (wanted === undefined) return children.length === 0 ? missing : [...missing, `${name} is not known`];
  return [...missing, ...orderFaults(name, wanted, children.map(nameOf)), ...children.flatMap(structureFaults)];
}

function orderFaults(parent: string, wanted: string, found: readonly string[]): string[] {
  const faults: string[] = [];
  let at = 0;
  for (const one of wanted.split(' ')) {
    const name = one.replace(/[?+*]$/, '');
    let count = 0;
    for (; found[at] === name; at += 1) count += 1;
    if (count === 0 && !/[?*]$/.test(one)) faults.push(`${parent}: ${name} is missing, or not in its place`);
    if (count > 1 && !/[+*]$/.test(one)) faults.push(`${parent}: ${name} comes ${count} times`);
  }
  if (at < found.length) faults.push(`${parent}: ${found[at]} is not allowed here`);
  return faults;
}
