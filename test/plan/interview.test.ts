import { expect, test } from 'vitest';
import { BACK } from '../../src/plan/asker.ts';
import { interview } from '../../src/plan/interview.ts';
import type { Question } from '../../src/plan/interview.ts';

interface Draft {
  readonly name?: string | undefined;
  readonly age?: string | undefined;
  readonly pets: readonly string[];
  readonly hasAllPets?: boolean | undefined;
}

/** Answers in turn, `<` for a step back, and keeps what was asked and offered. */
function questions(answers: readonly string[], asked: string[]): Question<Draft>[] {
  const left = [...answers];
  const put = (question: string, offered: string | undefined): string => {
    asked.push(offered === undefined ? question : `${question} (${offered})`);
    return left.shift() ?? '';
  };
  const field = (key: 'name' | 'age'): Question<Draft> => ({
    isOpen: (draft) => draft[key] === undefined,
    ask: async (_, undone) => {
      const answer = put(key, undone[key]);
      return answer === '<' ? BACK : { [key]: answer };
    },
  });
  const pet: Question<Draft> = {
    isOpen: ({ hasAllPets }) => hasAllPets !== true,
    ask: async ({ pets }, undone) => {
      const answer = put('pet', undone.pets[pets.length]);
      if (answer === '<') return BACK;
      return answer === '' ? { hasAllPets: true } : { pets: [...pets, answer] };
    },
  };
  return [field('name'), field('age'), pet];
}

test('what is given is not asked for, and a question can come again until it is closed', async () => {
  const asked: string[] = [];
  const draft = await interview<Draft>({ age: '3', pets: [] }, questions(['Ann', 'cat', 'dog', ''], asked));
  expect(draft).toEqual({ name: 'Ann', age: '3', pets: ['cat', 'dog'], hasAllPets: true });
  expect(asked).toEqual(['name', 'pet', 'pet', 'pet']);
});

test('a step back asks the question before, with its answer to be changed', async () => {
  const asked: string[] = [];
  const draft = await interview<Draft>(
    { pets: [] },
    questions(['Ann', '3', '<', '<', 'Eve', '4', ''], asked),
  );
  expect(draft).toMatchObject({ name: 'Eve', age: '4', pets: [] });
  expect(asked).toEqual(['name', 'age', 'pet', 'age (3)', 'name (Ann)', 'age (3)', 'pet']);
});

test('a step back among several of a kind returns to the one before', async () => {
  const asked: string[] = [];
  const draft = await interview<Draft>(
    { name: '', age: '', pets: [] },
    questions(['cat', 'dog', '<', 'hen', ''], asked),
  );
  expect(draft.pets).toEqual(['cat', 'hen']);
  expect(asked).toEqual(['pet', 'pet', 'pet', 'pet (dog)', 'pet']);
});

test('there is nothing before the first question', async () => {
  const asked: string[] = [];
  await interview<Draft>({ age: '3', pets: [], hasAllPets: true }, questions(['<', '<', 'Ann'], asked));
  expect(asked).toEqual(['name', 'name', 'name']);
});
