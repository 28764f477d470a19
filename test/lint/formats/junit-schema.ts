import { readFileSync } from 'node:fs';
import { XmlAttribute, XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { expect } from 'vitest';
import { OBEYED } from './documents.ts';

const schema = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(new URL('junit.xsd', import.meta.url))),
);

/** What stands at the paths, in a document that is as the schema says. */
export function valuesAt(xml: string, ...paths: string[]): string[][] {
  expect(xml).not.toMatch(OBEYED);
  // As it arrives in a file.
  const document = XmlDocument.fromBuffer(Buffer.from(xml));
  try {
    schema.validate(document);
    return paths.map((path) =>
      document.find(path).map((node) => {
        if (node instanceof XmlAttribute) return node.value;
        return node instanceof XmlElement ? node.content : '';
      }),
    );
  } finally {
    document.dispose();
  }
}
