import { afterEach, expect, it, vi } from 'vitest';
import type { HostMood } from './model/form.testing.ts';
import { stageWorlds } from './model/stage.testing.ts';
import type { Answering } from './model/wire.testing.ts';
import { NUMBERS, World } from './model/world.testing.ts';

// Every sentence here was once a sequence that the model test came upon.

const [{ text: TEXT, to: TO }] = NUMBERS;

stageWorlds();

let world: World;

function open(pageCount: number, beforeSend: HostMood = 'absent', reauth: HostMood = 'absent') {
  world = new World(pageCount, { beforeSend, reauth, told: 'listens' });
  return world.pages.map(({ form }) => form);
}

function next(answering: Answering, isHeld = false) {
  world.wire.plan('post', { answering, isHeld });
}

async function send(pageIndex = 0) {
  const { form } = world.page(pageIndex);
  form.type(TEXT);
  form.press('sendCode');
  await world.settle();
}

async function bind() {
  const { form } = world.page(0);
  form.typeCode(world.codeOf(TO) ?? '');
  form.press('submitCode');
  await world.settle();
}

const view = (pageIndex = 0) => world.page(pageIndex).log.look('bind', TO);
const sends = () => world.wire.exchanges.filter(({ operation }) => operation === 'send-sms');

afterEach(async () => {
  world.check();
  world.close();
  await world.settle();
  vi.clearAllTimers();
});

it('R-09 takes the code out of the form once it has been used', async () => {
  const [form] = open(1);
  await send();
  await bind();
  expect(form?.progress.done).toEqual({ to: TO });
  expect(form?.values.code).toBe('');
});

it('F54 shows and tells no success to the next person, when it comes after they signed in', async () => {
  const [form] = open(1);
  world.wire.plan('profile', { answering: 'answered', isHeld: true });
  await send();
  await bind();
  world.changeUser();
  await world.settle();
  expect(form?.progress).toEqual({ note: 'userChanged' });
  expect(form?.told.bound).toBe(0);
});

it('F54 opens no code step for the next person, when the request of the last one was on its way', async () => {
  const [form] = open(1);
  next('answered', true);
  await send();
  world.changeUser();
  await world.settle();
  expect(form?.progress).toEqual({ note: 'userChanged' });
  expect(view()).toMatchObject({ state: undefined, secondsLeft: 0, isNewest: false });
});

it('F54 says that the person has changed, also while the host was being asked', async () => {
  const [form] = open(1, 'waits');
  await send();
  world.changeUser();
  await world.settle();
  expect(form?.progress).toMatchObject({ note: 'userChanged' });
  expect(sends()).toEqual([]);
});

it('I9 waits for nothing when the form went away before anything was sent', async () => {
  const [form] = open(1);
  form?.type(TEXT);
  form?.press('sendCode');
  form?.unmount();
  await world.settle();
  expect(sends()).toEqual([]);
  expect(view()).toMatchObject({ state: undefined, secondsLeft: 0 });
});

it('I9 claims no code when the form goes away after a refusal, while the host asks for a proof', async () => {
  open(1, 'absent', 'waits');
  next('reauthNeeded');
  await send();
  world.page(0).form.unmount();
  await world.settle();
  expect(view()).toMatchObject({ state: undefined, secondsLeft: 0 });
});

it('R-02 sends nothing after the host has answered, when another tab has sent meanwhile', async () => {
  open(2, 'waits');
  await send(0);
  await send(1);
  world.answerHost(1, true);
  await world.settle();
  expect(view(0).state).toBe('sent');
  world.answerHost(0, true);
  await world.settle();
  expect(sends()).toHaveLength(1);
});

it('R-02 repeats nothing after a proof of who one is, when another tab has sent meanwhile', async () => {
  open(2, 'absent', 'waits');
  next('reauthNeeded');
  await send(0);
  await send(1);
  world.answerHost(0, true);
  await world.settle();
  expect(sends().map(({ formId }) => formId)).toEqual([0, 1]);
});

it('R-02 I9 keeps the minute of a code that was sent, when the answer to another tab is lost a moment later', async () => {
  open(2);
  next('answered', true);
  next('lostOnTheWay', true);
  await send(0);
  await send(1);
  world.wire.release(0);
  await world.settle();
  expect(view(0).secondsLeft).toBe(60);
  world.wire.release(0);
  await world.settle();
  expect(view(0).secondsLeft).toBe(60);
  expect(view(1).secondsLeft).toBe(60);
});

it('R-02 I9 knows in both tabs what was answered to them in one and the same moment', async () => {
  open(2);
  await send(0);
  await world.pass(60_000);
  next('answered', true);
  await send(0);
  await send(1);
  world.wire.release(0);
  await world.settle();
  expect(view(1)).toEqual(view(0));
  expect(view(1)).toMatchObject({ state: 'sent', secondsLeft: 120 });
});

it('F60 moves no focus for an answer about a number that is no longer in the field', async () => {
  const [form] = open(1);
  next('codeExpired', true);
  await send();
  form?.type(NUMBERS[1].text);
  const focused = form?.gesture?.focused;
  world.wire.release(0);
  await world.settle();
  expect(form?.progress.failure).toMatchObject({ isOfForm: true });
  expect(focused).toEqual([]);
});

it('F62 tells of no refusal when what is refused was done before, unheard', async () => {
  const [form] = open(1);
  await send();
  next('lostOnTheWayBack');
  world.wire.plan('profile', { answering: 'lostOnTheWay', isHeld: false });
  await bind();
  expect(form?.progress.failure).toMatchObject({ kind: 'network' });
  next('codeExpired');
  await bind();
  expect(form?.progress.done).toEqual({ to: TO });
});

it('R-11 tries no code in another tab that the server takes no more', async () => {
  const [, other] = open(2);
  await send();
  next('tooManyTries');
  await bind();
  other?.type(TEXT);
  other?.typeCode(world.codeOf(TO) ?? '');
  other?.press('submitCode');
  await world.settle();
  expect(other?.progress.failure).toMatchObject({ kind: 'tooManyAttempts', by: 60 });
  expect(world.wire.exchanges.filter(({ formId }) => formId === 1)).toEqual([]);
});
