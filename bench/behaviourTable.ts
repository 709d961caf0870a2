import type { Action } from './actions.ts';
import type { Comparison, Outcome } from './compare.ts';
import { table } from './markdown.ts';
import type { InputName } from './names.ts';

export function behaviourTable(comparison: Comparison): string {
  const names = [...(comparison[0]?.outcomes.keys() ?? [])];
  const rows = comparison.map(({ action, outcomes }) => [
    action.title,
    action.right === 'refused' ? 'refused' : handedOver(action.right.value, action.right.country),
    ...names.map((name) => cell(action, outcomes.get(name))),
  ]);
  const scores = names.map((name) => `${countRight(comparison, name)} of ${comparison.length}`);
  return table(['', 'right is', ...names], [...rows, ['right', '', ...scores]]);
}

function countRight(comparison: Comparison, name: InputName): number {
  return comparison.filter(({ outcomes }) => outcomes.get(name)?.isRight).length;
}

function cell({ right }: Action, outcome: Outcome | undefined): string {
  if (!outcome) return '';
  const { isRight, isValid, message, value, country } = outcome;
  if (isRight && right !== 'refused') return '✓';
  const mark = isRight ? '✓' : '✗';
  if (message) return `${mark} “${message}”`;
  if (value === '') return `${mark} nothing`;
  const verdict = isValid === undefined ? '' : isValid ? ', called valid' : ', called invalid';
  return `${mark} ${handedOver(value, country)}${verdict}`;
}

const handedOver = (value: string, country: string) => `\`${value}\` ${country}`;
