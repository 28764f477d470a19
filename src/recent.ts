/**
 * Remembers answers, and forgets those that nobody has asked for in a while: when so many are there, they are set aside,
 * and of those set aside what is asked for again comes back; the rest goes with the next lot.
 */
export class Recent<Key, Answer> {
  readonly #most: number;
  #new = new Map<Key, Answer>();
  #aside = new Map<Key, Answer>();

  /** @param most at most twice as many are remembered */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Answer | undefined {
    const answer = this.#new.get(key);
    if (answer !== undefined) return answer;
    const before = this.#aside.get(key);
    if (before !== undefined) this.set(key, before);
    return before;
  }

  set(key: Key, answer: Answer): void {
    if (this.#new.size >= this.#most) {
      this.#aside = this.#new;
      this.#new = new Map();
    }
    this.#new.set(key, answer);
  }
}
