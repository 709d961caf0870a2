import { enProblems } from '../../i18n/enProblems.ts';
import { problemText } from '../problemText.ts';
import type { Gesture, TestForm } from './form.testing.ts';
import { SERVER_WORDS } from './wire.testing.ts';

/** What a gesture must not leave behind, whatever came of it; one line for each that it did. */
export function faultsOfEnd(form: TestForm, gesture: Gesture): string[] {
  return [
    ...announcements(form, gesture),
    ...words(form),
    ...support(form, gesture),
    ...leaks(form),
  ];
}

/** I4: one way of saying it, and the focus where that is. */
function announcements({ progress, problems }: TestForm, { step, focused }: Gesture): string[] {
  const { failure, done } = progress;
  const found: string[] = [];
  if (focused.length > (problems.contact && problems.code ? 2 : 1)) {
    found.push(`I4 the focus moved ${focused.length} times`);
  }
  if (failure?.isOfForm && focused.length > 0) found.push('I4 announced, and the focus moved, too');
  const isAtField =
    problems.contact?.kind === failure?.kind || problems.code?.kind === failure?.kind;
  if (failure?.isOfForm && isAtField) found.push('I4 said twice');
  if (failure && !failure.isOfForm && !isAtField) found.push('I4 said nowhere');
  const target = focused.at(-1);
  const isWrong = target === 'contact' ? problems.contact : target === 'code' && problems.code;
  const isNext = step === 'sendCode' && target === 'code' && progress.sent;
  if (target && target !== 'send' && !isWrong && !isNext && !done) {
    found.push(`I4 the focus went to the ${target}, where nothing is to be done`);
  }
  return found;
}

/** I6: words of ours, and none of the server's. */
function words({ progress: { failure }, problems }: TestForm): string[] {
  const shown = [failure, problems.contact, problems.code].filter(
    (problem) => problem !== undefined,
  );
  return shown.flatMap((problem) => {
    const text = problemText({ problem: enProblems } as Parameters<typeof problemText>[0], problem);
    const isOurs = text && !/undefined|NaN/.test(text) && !text.includes(SERVER_WORDS);
    return isOurs ? [] : [`I6 ${problem.kind} is said as "${text}"`];
  });
}

/** I7: what support asks for is there, if the server gave it. */
function support({ progress: { failure } }: TestForm, { exchanges }: Gesture): string[] {
  const { error } = failure ?? {};
  const last = exchanges.findLast(({ operation }) => operation !== 'get-profile');
  if (!error || last?.requestId === undefined || error.requestId === last.requestId) return [];
  return [`I7 the requestId ${last.requestId} is not told but ${error.requestId}`];
}

/** I10: errors end up in logs. */
function leaks({ progress: { failure }, account, values }: TestForm): string[] {
  const { error } = failure ?? {};
  if (!error) return [];
  const text = `${error.message} ${error.stack} ${JSON.stringify(error)}`;
  const digits = values.phone.text.replace(/\D/g, '');
  const secrets = [digits.length > 6 ? digits : '', values.code.length > 3 ? values.code : ''];
  const found = secrets.filter((secret) => secret && text.includes(secret));
  return [...found, ...(text.includes('sandbox-') ? [account.userKey ?? 'token'] : [])].map(
    (secret) => `I10 an error tells of ${secret}`,
  );
}
