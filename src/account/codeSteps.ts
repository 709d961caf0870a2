import { GenAuthError } from '../sdk/failure.ts';
import type { Account } from './AccountContext.ts';
import { adminHintOf, advise, FRAMED_HINT } from './adminHint.ts';
import type { ContactColumn, ContactRules, ExtraFields, FormValues, Proof } from './contact.ts';
import { explain, problemOf } from './explain.ts';
import { isFramedByOther } from './framing.ts';
import { askHost, type HostHooks } from './hostHooks.ts';
import type { Problem, ServerProblemKind } from './problem.ts';
import { type ProblemPlace, placeOf } from './problemTable.ts';
import { readCode } from './readCode.ts';
import type { Purpose, SendLog, WaitState } from './sendLog.ts';
import { settingsOf } from './settings.ts';
import { escalate, ofTwoCodes } from './variants.ts';
import { within } from './within.ts';

/** After an answer that was lost: long enough to look at the phone. */
const SOFT_PAUSE_MS = 10_000;
/** What a form can do without. */
const SETTINGS_MS = 1_000;
/** When the server does not say how long it takes no more tries. */
const TRIES_MS = 60_000;

/** A failed call, explained. */
export interface ShownFailure extends Problem {
  /** Whether the problem is shown for the whole form, or at the field that it is about. */
  isOfForm: boolean;
  error?: GenAuthError;
  /** When, by the wall clock in milliseconds, for support. */
  at: number;
}

/** What happened in the form that an eye would see and an ear would miss. */
export type Note =
  | 'countryFollowed'
  | 'digitsOnly'
  | 'notSent'
  | 'backOnline'
  | 'userChanged'
  | 'signedOut';

/** How far a form has come, beside what stands in its fields. */
export interface Progress {
  /** To whom its newest code was sent, or may have been. */
  sent?: { to: string } | undefined;
  /** The failure before, also once it is no longer shown. */
  lastKind?: ServerProblemKind | undefined;
  failure?: ShownFailure | undefined;
  note?: Note | undefined;
  done?: { to: string } | undefined;
  /** Lets the person go on while the host is asked something. */
  stopAsking?: (() => void) | undefined;
}

/** A form as the steps see it. */
export interface CodeForm {
  account: Account;
  log: SendLog;
  purpose: Purpose;
  contact: ContactColumn;
  rules: ContactRules;
  /** The contact of forms that have no field for it. */
  fixedTo: string | undefined;
  /** What the host passed last. */
  host: HostHooks;
  /** Whether the person who was signed in when this step began still is. */
  isOfUser: () => boolean;
  /** Tells the host something once it is shown. */
  tell: (call: (host: HostHooks) => unknown) => void;
  /** Whether the call checks another code, too, and cannot say which of them is wrong. */
  hasTwoCodes: boolean;
  sayProblem: (kind: ServerProblemKind) => void;
  progress: Progress;
  update: (change: Progress) => void;
  values: () => FormValues;
  setValues: (values: FormValues) => void;
  /** The problem that the contact's field shows. */
  shownProblem: () => Problem | undefined;
  setProblem: (field: 'contact' | 'code', problem: Problem | undefined) => void;
  focus: (target: 'contact' | 'code' | 'send') => void;
  /** What the code is for. */
  act: (proof: Proof, signal: AbortSignal) => Promise<unknown>;
}

/** Asks the server for one code, for one gesture; what may have been sent is noted even if the answer is lost. */
export async function sendCode(form: CodeForm, signal: AbortSignal): Promise<void> {
  const { purpose, contact } = form;
  let to: string | undefined;
  if (refusesHere(form)) return;
  try {
    await ready(form);
    to = form.fixedTo ?? (await readContact(form));
    if (to === undefined) return;
    if (mustWait(form, to)) return;
    const extra = await mayBeSent(form, to, signal);
    signal.throwIfAborted();
    if (!extra) return form.update({ note: 'notSent' });
    const hasSent = await sendWithCaptcha(form, to, extra, signal);
    if (!hasSent || !form.isOfUser()) return;
    // What was said on the way, as which country was read, is not what counts now.
    form.update({ sent: { to }, lastKind: undefined, note: undefined });
    // What was said of the code before is not true of this one.
    form.setProblem('code', undefined);
    const masked = contact.masked(to);
    form.tell(({ onSent }) => onSent?.({ purpose, masked }));
    if (await isStill(form, to)) form.focus('code');
  } catch (error) {
    const isSent = to !== undefined && form.log.look(purpose, to).state !== undefined;
    if (to !== undefined && isSent && form.isOfUser()) form.update({ sent: { to } });
    await showFailure(form, error, signal, to);
  }
}

/** Does what the code is for, with the newest code and the contact that it went to. */
export async function submitCode(form: CodeForm, signal: AbortSignal): Promise<void> {
  const { purpose, log } = form;
  let to: string | undefined;
  if (refusesHere(form)) return;
  try {
    await ready(form);
    const { code, problem } = readCode(form.values().code, form.rules.codeLength);
    form.setProblem('code', problem);
    to = await contactOfCode(form);
    if (to === undefined) return;
    if (problem) return form.focus('code');
    const { secondsToTry } = log.look(purpose, to);
    if (secondsToTry > 0) return showStop(form, secondsToTry);
    const proof = { to, code };
    const result = await withReauth(form, signal, () => form.act(proof, signal));
    // A success that comes when somebody else is signed in is not theirs.
    if (result === 'kept' || !form.isOfUser()) return;
    log.clear(purpose);
    form.setValues({ ...form.values(), code: '' });
    form.update({ done: { to } });
  } catch (error) {
    const isStop = error instanceof GenAuthError && explain(error) === 'tooManyAttempts';
    if (to !== undefined && isStop && form.isOfUser()) {
      log.record(purpose, to, 'stopped', error.retryAfterMs ?? TRIES_MS);
    }
    await showFailure(form, error, signal);
  }
}

/** Nothing is sent or done where another site may have put its own page over ours. */
function refusesHere(form: CodeForm): boolean {
  if (form.account.allowFramed || !isFramedByOther()) return false;
  form.update({ failure: { kind: 'framed', isOfForm: true, at: Date.now() } });
  advise(FRAMED_HINT);
  return true;
}

/** Sends. A server that wants the answer to a captcha, or a better one, is sent what the host adds when it is asked once more. */
async function sendWithCaptcha(
  form: CodeForm,
  to: string,
  extra: ExtraFields,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await sendTo(form, to, extra, signal);
  } catch (error) {
    if (!(error instanceof GenAuthError) || explain(error) !== 'captchaNeeded') throw error;
    const answer = await mayBeSent(form, to, signal, true);
    signal.throwIfAborted();
    // The same once more would be refused once more.
    if (!answer || Object.keys(answer).length === 0) throw error;
    return await sendTo(form, to, answer, signal);
  }
}

/** Sends, unless there is to be a wait meanwhile: another tab may have sent while the host was asked, or just now. */
function sendTo(
  form: CodeForm,
  to: string,
  extra: ExtraFields,
  signal: AbortSignal,
): Promise<boolean> {
  return form.log.alone(form.purpose, to, signal, async () => {
    if (mustWait(form, to)) return false;
    await sendAlone(form, to, extra, signal);
    return true;
  });
}

async function sendAlone(form: CodeForm, to: string, extra: ExtraFields, signal: AbortSignal) {
  const { account, purpose, contact } = form;
  // What was sent for one person is no code step of the next.
  const note = (...[state, waitMs]: [WaitState, number?]) => {
    if (form.isOfUser()) form.log.record(purpose, to, state, waitMs);
  };
  try {
    await withReauth(
      form,
      signal,
      () => contact.sendCode(account.client, purpose, to, extra, { signal }),
      () => !mustWait(form, to),
    );
    note('sent');
  } catch (error) {
    // The form went away while the request was on its way.
    if (signal.aborted && !(error instanceof GenAuthError)) note('maybe', SOFT_PAUSE_MS);
    if (error instanceof GenAuthError) {
      const { outcome, retryAfterMs } = error;
      // "Too soon" is the server's word that a code went out a moment ago.
      if (explain(error) === 'rateLimited') note('maybe', retryAfterMs);
      else if (outcome === 'unknown') {
        note('maybe', retryAfterMs ?? SOFT_PAUSE_MS);
      } else if (retryAfterMs !== undefined) note('refused', retryAfterMs);
    }
    throw error;
  }
}

/** The contact to send to, or its problem shown. One only advised against is sent to when asked for again. */
async function readContact(form: CodeForm): Promise<string | undefined> {
  const { to, problem } = settled(form);
  const shown = form.shownProblem();
  if (!problem || (to && shown?.kind === problem.kind && shown.by === problem.by)) {
    form.setProblem('contact', undefined);
    return to;
  }
  showProblem(form, 'contact', problem);
  return undefined;
}

/** The contact that the newest code went to, if it is the one in the field; or what is wrong, shown. */
async function contactOfCode(form: CodeForm): Promise<string | undefined> {
  const { fixedTo, purpose, log } = form;
  const { to, problem } = fixedTo ? { to: fixedTo } : settled(form);
  const { state, isNewest } = to ? log.look(purpose, to) : {};
  // A form for one contact only cannot mean another.
  if (to && state && (isNewest || fixedTo)) return to;
  if (!to && problem) showProblem(form, 'contact', problem);
  else {
    const wasSent = state !== undefined || form.progress.sent !== undefined;
    showProblem(form, 'code', { kind: wasSent ? 'codeOfOther' : 'noCodeSent' });
  }
  return undefined;
}

function settled(form: CodeForm) {
  const { contact } = form;
  form.setValues(contact.settle(form.values(), form.rules));
  return contact.read(form.values(), form.rules);
}

/** Whoever is quicker than what reading well needs, and than the tenant's rules, waits for them, but not long. */
function ready({ contact, account }: CodeForm) {
  const settings = settingsOf(account.client);
  return Promise.all([contact.prepare(), within(settings.load(), SETTINGS_MS)]);
}

function mustWait({ log, purpose }: CodeForm, to: string): boolean {
  const { secondsLeft, isExhausted } = log.look(purpose, to);
  return secondsLeft > 0 || isExhausted;
}

/** Whether the field still says what a code was sent to, or has been edited meanwhile. */
async function isStill({ contact, rules, values, fixedTo }: CodeForm, to: string) {
  if (fixedTo) return true;
  await contact.prepare();
  return contact.read(values(), rules).to === to;
}

/** What the host adds to the request, or nothing if there is to be none. */
async function mayBeSent(
  form: CodeForm,
  to: string,
  signal: AbortSignal,
  needsCaptcha = false,
): Promise<ExtraFields | undefined> {
  const { purpose, contact, host } = form;
  const { onBeforeSend } = host;
  if (!onBeforeSend) return {};
  const send = { purpose, masked: contact.masked(to), ...(needsCaptcha && { needsCaptcha }) };
  const answer = await ask(form, signal, () => onBeforeSend(send)).catch((error: unknown) => {
    if (!signal.aborted && error !== GONE_ON) globalThis.reportError?.(error);
    return false as const;
  });
  if (answer === false || signal.aborted) return undefined;
  return typeof answer === 'object' ? answer : {};
}

/** A call, made again once after the person has proved who they are. */
async function withReauth(
  form: CodeForm,
  signal: AbortSignal,
  call: () => Promise<unknown>,
  isStillWanted = () => true,
) {
  try {
    return await call();
  } catch (error) {
    const { onReauthRequired } = form.host;
    const isAsked = error instanceof GenAuthError && explain(error) === 'reauth';
    if (!isAsked || !onReauthRequired) throw error;
    const hasProved = await ask(form, signal, onReauthRequired).then(
      () => true,
      () => false,
    );
    if (!hasProved || signal.aborted || !isStillWanted()) throw error;
    return await call();
  }
}

const GONE_ON = new Error('The person went on.');

async function ask<Answer>(
  form: CodeForm,
  signal: AbortSignal,
  question: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const asking = new AbortController();
  const giveUp = () => asking.abort(signal.reason);
  signal.addEventListener('abort', giveUp);
  form.update({ stopAsking: () => asking.abort(GONE_ON) });
  try {
    return await askHost(question, asking.signal);
  } finally {
    signal.removeEventListener('abort', giveUp);
    form.update({ stopAsking: undefined });
  }
}

async function showFailure(form: CodeForm, error: unknown, signal: AbortSignal, to?: string) {
  if (signal.aborted || !(error instanceof GenAuthError)) throw error;
  const problem = problemOf(error);
  const escalated = escalate(problem.kind, form.progress.lastKind);
  const kind = form.hasTwoCodes ? ofTwoCodes(escalated) : escalated;
  const isOfOther = to !== undefined && !(await isStill(form, to));
  const usual = placeIn(form, kind);
  const place = isOfOther ? 'form' : usual;
  const failure = { ...problem, kind, isOfForm: place === 'form', error, at: Date.now() };
  form.update({ failure, lastKind: kind });
  // The same of the contact before is not said beside it.
  if (isOfOther && usual !== 'form') form.setProblem(usual, undefined);
  // A code that is over is cleared, and the way to the next one is where the focus goes.
  const isOver = kind === 'codeExpired';
  if (isOver) form.setValues({ ...form.values(), code: '' });
  if (place !== 'form') form.setProblem(place, { kind });
  if (place !== 'form') form.focus(isOver ? 'send' : place);
  form.sayProblem(kind);
  form.tell(({ onError }) => onError?.(error));
  if (kind === 'auth') form.tell(({ onAuthExpired }) => onAuthExpired?.());
  advise(adminHintOf(error));
}

function showStop(form: CodeForm, by: number) {
  form.update({ failure: { kind: 'tooManyAttempts', by, isOfForm: true, at: Date.now() } });
}

/** Where a problem is shown: forms without a field for the contact say it for the whole form. */
function placeIn({ fixedTo }: CodeForm, kind: ServerProblemKind): ProblemPlace {
  const place = placeOf(kind);
  return place === 'contact' && fixedTo ? 'form' : place;
}

function showProblem(form: CodeForm, field: 'contact' | 'code', problem: Problem) {
  form.setProblem(field, problem);
  form.focus(field);
}
