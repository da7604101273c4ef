/** Steps through a parsed document that the checks of EHF share. */
import { XmlElement } from 'libxml2-wasm';

/** As it is written with the usual prefixes: `cbc:ID`, `Invoice`. */
export const nameOf = (element: XmlElement): string =>
  element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;

export function childrenOf(element: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement) children.push(node);
  return children;
}
