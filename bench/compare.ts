import type { Page } from 'playwright';
import { ACTIONS, type Action } from './actions.ts';
import { DRIVERS } from './drivers.ts';
import type { InputName } from './names.ts';
import type { Stage } from './stage.ts';

export interface Outcome {
  /** What the host has; empty for nothing. */
  value: string;
  /** ISO code of the country that is shown. */
  country: string;
  /** What the package's own check says of the value, if it has one. */
  isValid?: boolean | undefined;
  /** What the person is told. */
  message?: string | undefined;
  isRight: boolean;
}

export type Comparison = { action: Action; outcomes: Map<InputName, Outcome> }[];

/** Every action on a fresh page of every input. */
export async function compareBehaviour(
  stage: Stage,
  names: readonly InputName[],
  log: (line: string) => void,
): Promise<Comparison> {
  const comparison: Comparison = [];
  for (const action of ACTIONS) {
    const outcomes = new Map<InputName, Outcome>();
    for (const name of names) outcomes.set(name, await perform(stage, name, action));
    comparison.push({ action, outcomes });
    log(action.title);
  }
  return comparison;
}

async function perform(stage: Stage, name: InputName, action: Action): Promise<Outcome> {
  const { page, session } = await stage.open(name, action.country);
  const driver = DRIVERS[name];
  await page.click(driver.field);
  await page.keyboard.press('End');
  await page.evaluate(() => window.measure.idle());
  await action.act({ page, session, driver });
  await page.evaluate(() => window.measure.idle());
  const country = (await driver.shownCountry?.(page)) ?? 'none';
  const message = name === 'ours' ? await pressSend(page) : undefined;
  const { value, isValid } = await page.evaluate(() => window.reported);
  await page.close();
  return { value, country, isValid, message, isRight: isRight(action, value, country, isValid) };
}

/** Ours hands a number over when it is sent. Returns why it was not. */
async function pressSend(page: Page): Promise<string | undefined> {
  await page.click('.genauth-send button');
  await page.waitForFunction(
    () => window.reported.value !== '' || document.querySelector('[aria-invalid=true]') !== null,
  );
  const texts = await page.locator('.genauth-error').allTextContents();
  return texts[0];
}

function isRight({ right }: Action, value: string, country: string, isValid = true): boolean {
  const isRefused = value === '' || !isValid;
  if (right === 'refused') return isRefused;
  return !isRefused && value === right.value && country === right.country;
}
