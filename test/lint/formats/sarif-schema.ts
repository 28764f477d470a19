import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import AjvDraft04 from 'ajv-draft-04';
import formats from 'ajv-formats';

// The schema has a pattern that is none by the strict grammar.
const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
formats.default(ajv);

/** Whether a value is a log as the official schema says; its property `errors` tells why not. */
export const isSarif = ajv.compile(schema);
