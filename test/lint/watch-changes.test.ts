import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openChanges } from '../../src/lint/watch-changes.ts';
import type { ChangeKind } from '../../src/lint/watch-changes.ts';

test('what happened to a file comes to one thing', () => {
  const none = { changed: [], added: [], removed: [] };
  const comesTo = (...kinds: ChangeKind[]) => {
    const changes = openChanges();
    for (const kind of kinds) changes.note('/a', kind);
    return changes.take();
  };
  expect(comesTo('changed', 'changed')).toEqual({ ...none, changed: ['/a'] });
  expect(comesTo('added', 'changed')).toEqual({ ...none, added: ['/a'] });
  expect(comesTo('added', 'removed')).toEqual(none);
  expect(comesTo('changed', 'removed')).toEqual({ ...none, removed: ['/a'] });
  expect(comesTo('removed', 'added')).toEqual({ ...none, changed: ['/a'] });
  expect(comesTo('changed', 'removed', 'added')).toEqual({ ...none, changed: ['/a'] });
});

test('it is the difference between what there was and what there is', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(fc.boolean(), { minLength: 1 }), (wasThere, steps) => {
      const changes = openChanges();
      let isThere = wasThere;
      for (const next of steps) {
        if (!isThere && !next) continue;
        changes.note('/a', next ? (isThere ? 'changed' : 'added') : 'removed');
        isThere = next;
      }
      const isEmpty = changes.isEmpty();
      const { changed, added, removed } = changes.take();
      expect(added).toEqual(!wasThere && isThere ? ['/a'] : []);
      expect(removed).toEqual(wasThere && !isThere ? ['/a'] : []);
      expect(changed).toEqual(wasThere && isThere ? ['/a'] : []);
      expect(isEmpty).toBe(!wasThere && !isThere);
      expect(changes.isEmpty()).toBe(true);
    }),
  );
});
