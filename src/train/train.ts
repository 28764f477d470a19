import { PLACES } from '../model/features.ts';
import type { Features } from '../model/features.ts';
import type { ModelInfo } from '../model/model.ts';
import type { Level } from '../rules/rule.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import { fit, scoreOf } from './fit.ts';
import type { Weights } from './fit.ts';
import type { Judged } from './judged.ts';
import { tune } from './tune.ts';
import type { Scored } from './tune.ts';

const EPOCHS = 25;
/** Few texts break any one rule, so those that do count more. */
const WEIGHT_OF_FEW = 4;
const VERDICT = 'verdict';

/** Labelled texts that the phrases were written with in view, and such that they were not. */
export interface TrainingSet {
  /** The examples of the rule files; each says something of one rule only. */
  readonly ofRules: readonly RuleExampleJudged[];
  readonly known: { readonly purposes: readonly Judged[]; readonly sentences: readonly Judged[] };
  readonly fresh: { readonly purposes: readonly Judged[]; readonly sentences: readonly Judged[] };
}

/** An example of a rule file. */
export interface RuleExampleJudged {
  readonly rule: string;
  readonly fires: boolean;
  readonly features: Features;
}

/** A model as it is written to its files. */
export interface Trained {
  readonly info: ModelInfo;
  readonly weights: Int8Array;
}

/** The ids of the rules of one level that a text alone can break: those that labelled texts are expected to. */
export function labelledRules(rulebook: Rulebook, level: Level, { known }: TrainingSet): string[] {
  const labelled = new Set([...known.purposes, ...known.sentences].flatMap(({ example }) => example.expect));
  return [...rulebook.rules.values()]
    .filter((rule) => rule.level === level && labelled.has(rule.id))
    .map(({ id }) => id);
}

/**
 * Trains the model. How phrases and model are weighed is found with a model of the known texts on the fresh ones, which
 * neither has seen; the model that is kept has learned from all.
 * @param errors ids of rules at error level, `warnings` of those at warning level, that a text alone can break
 */
export function train(
  { ofRules, known, fresh }: TrainingSet,
  errors: readonly string[],
  warnings: readonly string[],
): Trained {
  const rules = [...errors, ...warnings];
  const isError = (rule: string): boolean => errors.includes(rule);
  const first = fitAll([...known.purposes, ...known.sentences], ofRules, rules, isError);
  const scored = (items: readonly Judged[]): Scored[] =>
    items.map((item) => ({
      ...item,
      scores: new Map([...first].map(([output, weights]) => [output, scoreOf(weights, item.features)])),
    }));
  const decision = tune(scored(fresh.purposes), errors, warnings);

  const all = [...known.purposes, ...fresh.purposes, ...known.sentences, ...fresh.sentences];
  return pack(fitAll(all, ofRules, rules, isError), decision);
}

function fitAll(
  texts: readonly Judged[],
  ofRules: readonly RuleExampleJudged[],
  rules: readonly string[],
  isError: (rule: string) => boolean,
): Map<string, Weights> {
  const features = [...texts, ...ofRules].map((item) => item.features);
  const fitted = new Map<string, Weights>();
  const verdicts = texts.map(({ example }) =>
    example.verdict === undefined ? undefined : example.verdict === 'reject',
  );
  const refused = ofRules.map(({ rule, fires }) => (fires && isError(rule) ? true : undefined));
  fitted.set(VERDICT, fit(features, [...verdicts, ...refused], { epochs: EPOCHS, weightOfYes: 1 }));
  for (const rule of rules) {
    const labelled = texts.map(({ example }) => example.expect.includes(rule));
    const own = ofRules.map((example) => (example.rule === rule ? example.fires : undefined));
    fitted.set(rule, fit(features, [...labelled, ...own], { epochs: EPOCHS, weightOfYes: WEIGHT_OF_FEW }));
  }
  return fitted;
}

/** Keeps each weight in a byte, all outputs of a place together. */
function pack(fitted: ReadonlyMap<string, Weights>, decision: ModelInfo['decision']): Trained {
  const outputs = [...fitted.keys()];
  const columns = [...fitted.values()];
  const scale = columns.map(
    ({ weights }) => weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127,
  );
  const weights = new Int8Array(PLACES * outputs.length);
  for (const [o, column] of columns.entries()) {
    for (let place = 0; place < PLACES; place += 1) {
      weights[place * outputs.length + o] = Math.round((column.weights[place] ?? 0) / (scale[o] ?? 1));
    }
  }
  return { info: { outputs, bias: columns.map(({ bias }) => bias), scale, decision }, weights };
}
