import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesBySituation, codesOfKinds } from '../src/account/apiCodes.ts';
import { otherApiCodes } from '../src/account/otherApiCodes.ts';
import type { ServerProblemKind } from '../src/account/problem.ts';
import { type NextStep, type ProblemPlace, problemTable } from '../src/account/problemTable.ts';
import { problemText } from '../src/account/problemText.ts';
import { en } from '../src/i18n/en.ts';

/** Writes the page: `npx tsx scripts/errorsPage.ts`. */
const PAGE = join(import.meta.dirname, '../docs/errors.md');

const PLACES: Record<ProblemPlace, string> = {
  contact: 'number or address',
  code: 'code',
  form: 'form',
};

const STEPS: Record<NextStep, string> = {
  sendAgain: 'send again',
  editCode: 'edit the code',
  editNumber: 'edit the number',
  editEmail: 'edit the address',
  editPassword: 'edit the password',
  wait: 'wait',
  tryAgain: 'try again',
  checkConnection: 'check the connection',
  signIn: 'sign in again',
  reauthenticate: 'prove who you are',
  verifyOld: 'confirm the current one',
  changeInstead: 'change instead',
  addSignIn: 'add a way to sign in',
  startOver: 'start over',
  reload: 'reload',
  contactAdmin: 'contact the administrator',
};

const INTRO = `# What can go wrong, and what helps

<!-- Written by scripts/errorsPage.ts; a test holds the two together. -->

Every failed call ends as one of the problems below: a field that it is about, a text, a next step. They are found from
the server's \`apiCode\` where that says more than the class of the answer (\`statusCode\`), else from the class and what
was asked for, else from the way the call failed. An unknown code is no special case: the class speaks, and at last
\`unknown\`. Seconds to wait are said where the server names them. The server's own words are shown only with
\`showServerMessage\`, cleaned, cut and as plain text.

Codes in italics have several meanings; which one is decided by what was asked for, and by the class.

| Problem | At the | Text | Next step | apiCode |
| --- | --- | --- | --- | --- |
`;

const OTHERS = `
## Codes that say nothing here

Known codes that belong to other parts of GenAuth, or to no server at all. Should one arrive, the class of the answer
decides.

| What they are about | apiCode |
| --- | --- |
`;

/** The meanings that a code may have, by a walk through everything that can be asked for. */
const SITUATIONS = [
  'sendSms',
  'sendEmail',
  'bindPhone',
  'bindEmail',
  'verifyUpdatePhoneRequest',
  'verifyUpdateEmailRequest',
  'getProfile',
].flatMap((operation) => [409, 422, 429].map((statusCode) => ({ operation, statusCode })));

function codesOf(kind: ServerProblemKind): string {
  const fixed: readonly number[] =
    new Map<string, readonly number[]>(Object.entries(codesOfKinds)).get(kind) ?? [];
  const inSituations = [...codesBySituation]
    .filter(([, read]) => SITUATIONS.some((situation) => read(situation) === kind))
    .map(([code]) => code);
  const all = [...fixed, ...inSituations].sort((one, other) => one - other);
  return all.map((code) => (fixed.includes(code) ? String(code) : `*${code}*`)).join(', ');
}

export function errorsPage(): string {
  // The table's keys are the kinds: its type is exhaustive.
  const kinds = Object.keys(problemTable) as ServerProblemKind[];
  const rows = kinds.map((kind) => {
    const { field, step } = problemTable[kind];
    const text = problemText(en, { kind });
    return `| \`${kind}\` | ${PLACES[field]} | ${text} | ${STEPS[step]} | ${codesOf(kind)} |\n`;
  });
  const others = Object.entries(otherApiCodes).map(
    ([about, codes]) => `| ${about} | ${codes.join(', ')} |\n`,
  );
  return INTRO + rows.join('') + OTHERS + others.join('');
}

if (process.argv[1] === import.meta.filename) writeFileSync(PAGE, errorsPage());
