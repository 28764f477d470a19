import knownFields from '../../data/fields.json' with { type: 'json' };
import headings from '../../data/headings.json' with { type: 'json' };
import { LANGUAGES, SECTIONS, STAGES } from '../rules/rule.ts';
import type { Language, Section, Stage } from '../rules/rule.ts';
import { FIELDS } from './report.ts';
import type { Field } from './report.ts';

/** Nothing that we know is longer, so that nothing longer is looked at. */
export const LONGEST_NAME = 80;

const sections = byName(SECTIONS, headings);
const fields = byName(FIELDS, knownFields.fields);
const stages = byName(STAGES, knownFields.stages);
const languages = byName(LANGUAGES, knownFields.languages);

/** The section that a heading opens, in any of the languages, however it is capitalised, marked, numbered or decorated. */
export function sectionNamed(heading: string): Section | undefined {
  return find(sections, heading);
}

/** The field that a key of the front matter means. */
export function fieldNamed(key: string): Field | undefined {
  return find(fields, key);
}

/** The stage that a value of the field `stage` means. */
export function stageNamed(value: string): Stage | undefined {
  return find(stages, value);
}

/** The language that a value of the field `language` means. */
export function languageNamed(value: string): Language | undefined {
  return find(languages, value);
}

/** The heading that we write over a section ourselves: the first that is listed. */
export function headingOf(section: Section, language: Language): string {
  return headings[section][language][0] ?? section;
}

/** The key of the front matter that we write for a field. */
export function fieldKey(field: Field, language: Language): string {
  return knownFields.fields[field][language][0] ?? field;
}

/** The value that we write for a stage. */
export function stageName(stage: Stage, language: Language): string {
  return knownFields.stages[stage][language][0] ?? stage;
}

type Names<Thing extends string> = Readonly<Record<Thing, Readonly<Record<Language, readonly string[]>>>>;

function byName<Thing extends string>(
  things: readonly Thing[],
  names: Names<Thing>,
): ReadonlyMap<string, Thing> {
  const known = new Map<string, Thing>();
  for (const thing of things) {
    for (const language of LANGUAGES) {
      for (const name of names[thing][language]) {
        // Most people write a name as it is listed, or without marks, which is found without taking it apart.
        known.set(name, thing);
        known.set(keyOf(name), thing);
      }
    }
  }
  return known;
}

/** A second language or a remark: "Purpose / Mục đích", "Notes (internal)". */
const ASIDE = /[/|()[\]]/;

function find<Thing>(known: ReadonlyMap<string, Thing>, name: string): Thing | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const found = known.get(name) ?? known.get(name.toLowerCase()) ?? findKey(known, keyOf(name));
  if (found !== undefined || !ASIDE.test(name)) return found;
  const first = name
    .split(ASIDE)
    .map(keyOf)
    .find((key) => key !== '');
  return first === undefined ? undefined : findKey(known, first);
}

/** "II. Purpose", "b) Purpose": figures are gone already, these letters are not. */
const NUMBER = /^(?:[ivx]{1,4}|[a-h]) /;

function findKey<Thing>(known: ReadonlyMap<string, Thing>, key: string): Thing | undefined {
  return known.get(key) ?? (NUMBER.test(key) ? known.get(key.replace(NUMBER, '')) : undefined);
}

/** What is left of a name without capitals, marks, figures, punctuation and pictures: `MỤC ĐÍCH:` becomes `muc dich`. */
function keyOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]+/g, '')
    .replace(/[đð]/g, 'd')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
