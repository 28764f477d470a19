import { loadMessages } from '../../src/messages.ts';
import { LANGUAGES } from '../../src/rules/rule.ts';

/* Tests speak all languages without waiting for them. */
await loadMessages(LANGUAGES);
