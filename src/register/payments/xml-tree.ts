/**
 * XML as a small tree, for formats whose documents are small. A document type is refused, so there is nothing to expand:
 * only the five entities of XML itself and characters by number are known. Elements that are not wanted are not kept.
 */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly children: XmlElement[];
  /** Its own characters, without those of its children. */
  text: string;
}

export type XmlFault = {
  readonly code: 'doctype' | 'not-well-formed' | 'too-deep' | 'too-many';
  readonly line: number;
};

export type XmlRead = { readonly root: XmlElement } | { readonly fault: XmlFault };

const DEEPEST = 60;
const MOST_ELEMENTS = 3_000_000;

class Stop extends Error {
  readonly fault: XmlFault;

  constructor(fault: XmlFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** @param leaveOut Names of elements that are passed over with all that is in them. */
export function readXml(text: string, leaveOut: ReadonlySet<string>): XmlRead {
  try {
    const root = parse(text, leaveOut);
    return root === null ? { fault: { code: 'not-well-formed', line: 1 } } : { root };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault };
    throw error;
  }
}

function parse(text: string, leaveOut: ReadonlySet<string>): XmlElement | null {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  /** How many elements are open inside one that is left out. */
  let outside = 0;
  const stop = (code: XmlFault['code']): never => {
    throw new Stop({ code, line: parser.line });
  };
  parser.on('doctype', () => stop('doctype'));
  parser.on('error', () => stop('not-well-formed'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) stop('too-many');
    if (outside > 0 || leaveOut.has(local)) {
      outside += 1;
      if (outside > DEEPEST) stop('too-deep');
      return;
    }
    if (open.length >= DEEPEST) stop('too-deep');
    const values = Object.values(attributes).map(({ local: name, value }) => [name, value]);
    const element = {
      ...{ name: local, namespace: uri, attributes: Object.fromEntries(values), line: parser.line },
      ...{ children: [], text: '' },
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (outside > 0) outside -= 1;
    else open.pop();
  });
  const characters = (more: string): void => {
    const element = open.at(-1);
    if (element !== undefined && outside === 0) element.text += more;
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.write(text).close();
  return root;
}

/** The first child of that name, all the way down the path. */
export function below(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => found?.children.find((child) => child.name === name),
    element,
  );
}

export function textBelow(element: XmlElement | undefined, ...path: readonly string[]): string | null {
  const text = below(element, ...path)?.text.trim();
  return text === undefined || text === '' ? null : text;
}

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child) => child.name === name);
