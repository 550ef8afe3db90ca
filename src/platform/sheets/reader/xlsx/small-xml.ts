import { SaxesParser } from 'saxes';
import { refusal } from '../../words';

export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly path: string };

/** The elements of a small part in order, with local names; refuses a DTD and anything not well-formed. */
export function elementsOf(file: string, text: string): Element[] {
  const found: Element[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw refusal(file, 'broken');
  });
  parser.on('doctype', () => {
    throw refusal(file, 'entities');
  });
  parser.on('opentag', (tag) => {
    const name = local(tag.name);
    path.push(name);
    const attributes: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(tag.attributes))
      attributes[key.includes(':') && local(key) !== 'id' ? key : local(key)] = value;
    found.push({ name, attributes, path: path.join('/') });
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(text).close();
  return found;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
